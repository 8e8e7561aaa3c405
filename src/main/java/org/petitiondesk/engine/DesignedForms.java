package org.petitiondesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/**
 * The forms that designers drew, by the versions that came into force. A step names its form with {@code camunda:formRef},
 * and with {@code camunda:formRefBinding} whether it shows one certain version or the one in force when the step begins.
 */
@Component
public class DesignedForms {

  /** The one page on which all of them are filled in. */
  static final String PAGE = "matters/{case}/items/{item}";

  private final ProcessEngineConfigurationImpl configuration;
  /** A version never changes. */
  private final Map<String, DesignedForm> known = new ConcurrentHashMap<>();

  DesignedForms(ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
  }

  /** That of an open task, as the model binds it now; whoever creates a task asks once and remembers. */
  public Optional<DesignedForm> ofTask(String taskId) {
    return command(context -> Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
        .flatMap(task -> resolve(context, task.getTaskDefinition().getFormDefinition(),
            task.getProcessDefinition().getDeploymentId())));
  }

  /** That with which a process is begun; empty for one that nobody begins with a form. */
  public Optional<DesignedForm> ofStart(String processKey) {
    return command(context -> Optional
        .ofNullable(configuration.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(processKey))
        .flatMap(process -> resolve(context, process.getStartFormDefinition(), process.getDeploymentId())));
  }

  /** @throws NotFound when there never was such a version */
  public DesignedForm get(String key, int version) {
    return command(context -> Optional.ofNullable(
        context.getCamundaFormDefinitionManager().findDefinitionByKeyVersionAndTenantId(key, version, null))
        .map(found -> read(context, found)).orElseThrow(() -> new NotFound("engine.not-found.version")));
  }

  private Optional<DesignedForm> resolve(CommandContext context, FormDefinition form, String deployment) {
    if (form == null || form.getCamundaFormDefinitionKey() == null) {
      return Optional.empty();
    }
    var key = form.getCamundaFormDefinitionKey().getExpressionText();
    var forms = context.getCamundaFormDefinitionManager();
    var found = switch (form.getCamundaFormDefinitionBinding()) {
      case "version" -> forms.findDefinitionByKeyVersionAndTenantId(key,
          Integer.valueOf(form.getCamundaFormDefinitionVersion().getExpressionText().strip()), null);
      case "deployment" -> forms.findDefinitionByDeploymentAndKey(deployment, key);
      default -> forms.findLatestDefinitionByKeyAndTenantId(key, null);
    };
    return Optional.ofNullable(found).map(version -> read(context, version));
  }

  private DesignedForm read(CommandContext context, CamundaFormDefinitionEntity form) {
    return known.computeIfAbsent(form.getKey() + " " + form.getVersion(), name -> {
      var file = context.getResourceManager().findResourceByDeploymentIdAndResourceName(form.getDeploymentId(),
          form.getResourceName());
      return FormReader.form(form.getKey(), form.getVersion(), new String(file.getBytes(), StandardCharsets.UTF_8));
    });
  }

  private <T> T command(Function<CommandContext, T> read) {
    return configuration.getCommandExecutorTxRequired().execute(read::apply);
  }
}
