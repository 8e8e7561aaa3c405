package org.petitiondesk.petition.web;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that goes out while it is made and ends with a list of what is in it. */
final class HashedZip implements AutoCloseable {

  private final ZipOutputStream zip;
  private final Map<String, String> hashes = new TreeMap<>();

  HashedZip(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Makes the last file from the hash of each one before, by its path. */
  interface Manifest {

    byte[] of(Map<String, String> hashes) throws IOException;
  }

  void add(String path, byte[] content) throws IOException {
    hashes.put(path, sha256(content));
    zip.putNextEntry(new ZipEntry(path));
    zip.write(content);
    zip.closeEntry();
  }

  void finish(String path, Manifest manifest) throws IOException {
    add(path, manifest.of(new TreeMap<>(hashes)));
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
