package org.petitiondesk.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one secret of an installation: given as {@code petition-desk.key} (32 bytes in Base64), else kept in
 * {@code installation.key} in the data folder, made at the first start. The database remembers the key's fingerprint,
 * so that a start with another key ends here and not with half of the register unreadable.
 */
@Component
class InstallationKey {

  private static final int BYTES = 32;

  private final byte[] master;

  InstallationKey(@Value("${petition-desk.key:}") String given, @Value("${petition-desk.data}") Path data,
      JdbcClient jdbc) {
    var known = jdbc.sql("select fingerprint from installation_key where id = 1").query(String.class).optional();
    master = decode(given.isBlank() ? read(data.resolve("installation.key"), known.isEmpty()) : given);
    var fingerprint = HexFormat.of().formatHex(derive("fingerprint"));
    jdbc.sql("insert into installation_key (id, fingerprint) values (1, ?) on conflict do nothing").param(fingerprint)
        .update();
    var stored = jdbc.sql("select fingerprint from installation_key where id = 1").query(String.class).single();
    if (!fingerprint.equals(stored)) {
      throw new IllegalStateException("This database was written with another installation key. Start with the"
          + " petition-desk.key or the installation.key that belongs to it.");
    }
  }

  byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC-SHA-256", e);
    }
  }

  private static byte[] decode(String text) {
    try {
      var key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Said below, in the same words.
    }
    throw new IllegalStateException("The installation key must be 32 bytes in Base64");
  }

  private static String read(Path file, boolean mayBegin) {
    try {
      if (Files.notExists(file) && mayBegin) {
        begin(file);
      }
      if (Files.notExists(file)) {
        throw new IllegalStateException("The installation key " + file.toAbsolutePath() + " is missing, and the"
            + " database holds data that only it can read. Put it back, or give it as petition-desk.key.");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void begin(Path file) throws IOException {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.CREATE_NEW);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (FileAlreadyExistsException e) {
      // Another process of this installation was first; its key is ours.
    }
  }
}
