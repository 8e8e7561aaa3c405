package org.petitiondesk.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.documents.Letter;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes messages and gives them to the mail server. */
@Component
class MailRoom {

  private static final String FOOTER = """


      ——
      本邮件由信访调处台自动发出，请勿直接回复。如需补充情况，请凭查询码在“信访事项查询”页面提交。
      """;

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final Clock clock;

  MailRoom(JavaMailSender sender, MailSettings settings, Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  /** The same for every attempt to send this message. */
  String messageId(NoticeId id) {
    return "<" + id + "@" + settings.host() + ">";
  }

  OutgoingMail compose(Notice notice, Letter letter) {
    return new OutgoingMail(messageId(notice.id()), settings.from(), letter.recipient().name(), notice.address(),
        letter.title() + " " + letter.number(), letter.plainText() + FOOTER);
  }

  /**
   * Returns when the server has taken the message over.
   *
   * @throws AddressRefused when it never will
   * @throws org.springframework.mail.MailException when it did not this time
   */
  void send(OutgoingMail mail) throws AddressRefused {
    var message = write(mail);
    try {
      sender.send(message);
    } catch (MailSendException e) {
      var refusal = refusal(e);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      throw e;
    }
  }

  private MimeMessage write(OutgoingMail mail) throws AddressRefused {
    try {
      var message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(sender(mail.from()));
      helper.setTo(recipient(mail));
      helper.setSubject(mail.subject());
      helper.setText(mail.text());
      helper.setSentDate(Date.from(clock.instant()));
      message.setHeader("Message-ID", mail.messageId());
      // So that no automatic answer comes back (RFC 3834).
      message.setHeader("Auto-Submitted", "auto-generated");
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new MailParseException(e);
    }
  }

  private static InternetAddress sender(String from) throws AddressException, UnsupportedEncodingException {
    var address = new InternetAddress(from);
    address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
    return address;
  }

  private static InternetAddress recipient(OutgoingMail mail) throws AddressRefused, UnsupportedEncodingException {
    try {
      var address = new InternetAddress(mail.to(), true);
      if (!mail.toName().isBlank()) {
        address.setPersonal(mail.toName(), StandardCharsets.UTF_8.name());
      }
      return address;
    } catch (AddressException e) {
      throw new AddressRefused(e);
    }
  }

  /** Addresses that a server calls invalid got a 5xx answer; those it merely could not serve now did not. */
  private static Optional<AddressRefused> refusal(MailSendException e) {
    return Stream.concat(Arrays.stream(e.getMessageExceptions()), Stream.of(e))
        .flatMap(fault -> Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause))
        .filter(SendFailedException.class::isInstance).map(SendFailedException.class::cast)
        .filter(fault -> fault.getInvalidAddresses() != null && fault.getInvalidAddresses().length > 0)
        .findFirst().map(AddressRefused::new);
  }
}
