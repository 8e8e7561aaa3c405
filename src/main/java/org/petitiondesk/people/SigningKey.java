package org.petitiondesk.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the installation signs with: an Ed25519 pair that follows from the installation's key, so that every node has
 * the same one and whoever keeps that key keeps this one. The public half lies as {@value #FILE} in the data folder.
 */
@Component
public class SigningKey {

  /** The public half in PEM, beside {@code installation.key}. */
  public static final String FILE = "receipt-key.pem";

  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";

  private final KeyPair pair;

  SigningKey(InstallationKey key, @Value("${petition-desk.data}") Path data) {
    pair = pair(key.derive("receipt signature"));
    publish(data.resolve(FILE));
  }

  /** 64 bytes in lower-case hexadecimal digits. */
  public String sign(String text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java from 15 on knows Ed25519", e);
    }
  }

  public PublicKey publicKey() {
    return pair.getPublic();
  }

  public String publicKeyInPem() {
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(publicKey().getEncoded()) + "\n" + END + "\n";
  }

  /** Whether a key made this signature of this text; never for what is no signature at all. */
  public static boolean verifies(PublicKey key, String text, String hex) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(HexFormat.of().parseHex(hex));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Reads what {@link #publicKeyInPem} writes; empty for anything else. */
  public static Optional<PublicKey> read(String pem) {
    try {
      var encoded = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
      return Optional.of(KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The generator asks for the 32 bytes of the private half and computes the public one, which Java offers nowhere else. */
  private static KeyPair pair(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java from 15 on knows Ed25519", e);
    }
  }

  private void publish(Path file) {
    try {
      if (Files.notExists(file) || !Files.readString(file).equals(publicKeyInPem())) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, publicKeyInPem());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands out what it was given, once. */
  private static final class Seed extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("Another Java asks for " + bytes.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
