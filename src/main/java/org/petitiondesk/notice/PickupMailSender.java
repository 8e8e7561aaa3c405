package org.petitiondesk.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Takes mail over into a folder, one {@code .eml} file a message. The file is named by the message id, so a message that
 * is sent twice lies there once; it appears complete or not at all.
 */
class PickupMailSender extends JavaMailSenderImpl {

  private final Path folder;

  PickupMailSender(Path folder) {
    this.folder = folder;
  }

  @Override
  protected void doSend(MimeMessage[] messages, Object[] originals) {
    for (var message : messages) {
      write(message);
    }
  }

  @Override
  public void testConnection() {
    // The folder is made when it is needed.
  }

  private void write(MimeMessage message) {
    try {
      var id = message.getMessageID();
      message.saveChanges();
      message.setHeader("Message-ID", id);
      Files.createDirectories(folder);
      var name = id.replaceAll("[^A-Za-z0-9.@-]", "");
      var draft = Files.createTempFile(folder, ".", ".part");
      try (var out = Files.newOutputStream(draft)) {
        message.writeTo(out);
      }
      Files.move(draft, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (MessagingException e) {
      throw new MailParseException(e);
    } catch (IOException e) {
      throw new MailSendException("The pickup folder takes no mail", e);
    }
  }
}
