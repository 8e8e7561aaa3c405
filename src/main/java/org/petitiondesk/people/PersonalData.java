package org.petitiondesk.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Protects identity numbers, phones and addresses at rest. One installation has one key; what was written with it can
 * be read with it alone.
 */
@Component
public class PersonalData {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec encryption;
  private final SecretKeySpec index;

  PersonalData(InstallationKey key) {
    encryption = new SecretKeySpec(key.derive("encryption"), "AES");
    index = new SecretKeySpec(key.derive("blind index"), "HmacSHA256");
  }

  /** The same text gives other bytes each time. */
  public byte[] encrypt(String text) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length).put(VERSION).put(nonce).put(sealed).array();
  }

  /** Throws {@link IllegalStateException} for bytes that were not written with this installation's key. */
  public String decrypt(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < 1 + NONCE_BYTES || buffer.get() != VERSION) {
      throw new IllegalStateException("Not a protected value of a known version");
    }
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return new String(run(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
  }

  /** The same text gives the same index, and nobody without the key can try texts against it. */
  public String blindIndex(String normalised) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(index);
      return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC-SHA-256", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A protected value does not fit this installation's key", e);
    }
  }
}
