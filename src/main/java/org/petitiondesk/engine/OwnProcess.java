package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.petitiondesk.kernel.Role;

/**
 * A process that people begin with a designed form: it has no code behind it, so everything it needs stands in the model.
 * It uses the verbs for such processes and no other, acts on its own matter only, and names for each task a role of the
 * desk in a unit of the matter.
 */
record OwnProcess(ModelNode process) {

  /** The account that has begun it. */
  static final String STARTER = "starter";

  private static final String ROLES = Stream.of(Role.values()).filter(Role::worksOnCases).map(Role::key)
      .collect(Collectors.joining("|"));
  static final String UNIT = "[a-z][a-z0-9_-]{0,63}|\\$\\{\\s*(ownUnit|street|district|city)\\s*}";
  static final String GROUP = "(" + ROLES + ")@(" + UNIT + ")";
  private static final Pattern STARTERS = Pattern.compile("\\s*(" + ROLES + ")(\\s*,\\s*(" + ROLES + "))*\\s*");
  private static final Pattern VERB = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
  private static final Set<String> OWN_KEY = Set.of("${execution.processBusinessKey}",
      "#{execution.processBusinessKey}");

  static List<OwnProcess> of(ModelNode root) {
    return root.children("process").filter(OwnProcess::isOwn).map(OwnProcess::new).toList();
  }

  private static boolean isOwn(ModelNode process) {
    return process.children("startEvent").anyMatch(start -> !start.ofEngine("formRef").isEmpty());
  }

  /** What keeps the processes of a file from running as what they are. */
  static List<ModelFinding> check(ModelNode root, ModelVerbs verbs) {
    var findings = new ArrayList<ModelFinding>();
    root.children("process").forEach(process -> {
      var own = isOwn(process);
      process.all().filter(node -> isOtherVerb(node, own, verbs)).forEach(node -> findings
          .add(at(node, node.ofEngine("delegateExpression"), Reason.OTHER_VERB)));
      if (own) {
        new OwnProcess(process).check(findings);
      }
    });
    return findings;
  }

  private void check(List<ModelFinding> findings) {
    if (!STARTERS.matcher(process.ofEngine("candidateStarterGroups").toLowerCase(Locale.ROOT)).matches()) {
      findings.add(at(process, "camunda:candidateStarterGroups", Reason.NO_GROUP));
    }
    process.all().filter(node -> node.local().equals("userTask")).filter(task -> !isSomebodys(task))
        .forEach(task -> findings.add(at(task, task.ofEngine("candidateGroups"), Reason.NO_GROUP)));
    process.all().filter(node -> node.local().equals("in") && !node.attribute("businessKey").isEmpty())
        .filter(in -> !OWN_KEY.contains(in.attribute("businessKey").replaceAll("\\s", "")))
        .forEach(in -> findings.add(at(in, "camunda:in businessKey", Reason.OTHER_MATTER)));
  }

  private static boolean isOtherVerb(ModelNode node, boolean own, ModelVerbs verbs) {
    var verb = VERB.matcher(node.ofEngine("delegateExpression"));
    return verb.matches() && verbs.isVerb(verb.group(1)) && verbs.isForMatters(verb.group(1)) != own;
  }

  /** Exactly one group, or whoever has begun it. */
  private static boolean isSomebodys(ModelNode task) {
    var group = task.ofEngine("candidateGroups").strip();
    return group.isEmpty()
        ? task.ofEngine("assignee").replaceAll("\\s", "").equals("${" + STARTER + "}")
        : group.matches(GROUP);
  }

  private static ModelFinding at(ModelNode node, String construct, Reason reason) {
    return new ModelFinding(construct.length() <= 60 ? construct : construct.substring(0, 60) + "…", reason,
        node.place(), node.line());
  }
}
