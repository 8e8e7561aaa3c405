package org.petitiondesk.inbox.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.FormToken;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.Returns;
import org.petitiondesk.inbox.Urges;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;

/** Carries out on an item what the form of a verb says. */
@Component
class VerbActs {

  /** How a colleague can be asked. */
  static final List<WordRequest.Kind> ASKING = List.of(WordRequest.Kind.BEFORE, WordRequest.Kind.AFTER);

  private final ItemVerbs verbs;
  private final Returns returns;
  private final Words words;
  private final Copies copies;
  private final Urges urges;

  VerbActs(ItemVerbs verbs, Returns returns, Words words, Copies copies, Urges urges) {
    this.verbs = verbs;
    this.returns = returns;
    this.words = words;
    this.copies = copies;
    this.urges = urges;
  }

  /** The verb of an address; NotFound for any other word. */
  static Verb named(String key) {
    return Arrays.stream(Verb.values()).filter(verb -> verb.key().equals(key)).findFirst()
        .orElseThrow(() -> new NotFound("web.problem.404.text"));
  }

  /** Each verb guards itself; {@code version} is what the page has seen of the item. */
  void act(Verb verb, String id, int version, VerbForm form, Actor actor) {
    switch (verb) {
      case CLAIM -> verbs.claim(id, version, actor);
      case RELEASE -> verbs.release(id, version, actor);
      case TRANSFER -> verbs.transfer(id, version, form.one(), form.words(), actor);
      case DELEGATE -> words.delegate(id, version, form.one(), form.words(), actor);
      case ASK -> words.ask(id, version, kind(form.choice()), Set.copyOf(form.to()), form.words(), actor);
      case RETURN -> returns.sendBack(id, version, form.choice(), form.words(), actor);
      case WITHDRAW -> returns.withdraw(id, actor);
      case COPY -> copies.send(id, version, Set.copyOf(form.to()), form.words(), FormToken.of(form.token()), actor);
      case URGE -> urges.urge(id, version, form.words(), FormToken.of(form.token()), actor);
    }
  }

  private static WordRequest.Kind kind(String choice) {
    return ASKING.stream().filter(kind -> kind.name().equals(choice)).findFirst()
        .orElseThrow(() -> Refused.at("choice", "inbox.refused.no-choice"));
  }
}
