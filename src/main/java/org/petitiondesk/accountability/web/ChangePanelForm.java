package org.petitiondesk.accountability.web;

import java.util.Optional;
import org.petitiondesk.accountability.Track;

/**
 * Somebody else sits on the panel.
 *
 * @param track whose reviewer it is; empty for the chair
 */
record ChangePanelForm(Track track, String account, String reason) {

  ChangePanelForm {
    account = Text.plain(account);
    reason = Text.plain(reason);
  }

  Optional<Track> ofTrack() {
    return Optional.ofNullable(track);
  }
}
