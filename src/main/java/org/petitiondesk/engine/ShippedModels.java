package org.petitiondesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The models that came with this version of the product, and those that came with earlier ones. */
@Component
public class ShippedModels {

  private static final Pattern PLACE = Pattern.compile(".*/processes/([a-z]+)/([^/]+)");

  private final Publications publications;
  private final Supplier<List<ShippedModel>> models = SingletonSupplier.of(ShippedModels::load);

  ShippedModels(Publications publications) {
    this.publications = publications;
  }

  public Optional<ShippedModel> find(ModelKind kind, String key) {
    return models.get().stream().filter(model -> model.kind() == kind && model.key().equals(key)).findFirst();
  }

  public List<ShippedModel> all() {
    return models.get();
  }

  /** A model as an earlier version of the product brought it, by its hash. */
  public Optional<String> source(ModelKind kind, String key, String hash) {
    return publications.shippedSource(kind.file(key), hash);
  }

  public static String hash(String source) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** After an upgrade what the earlier version brought is what differences are told from. */
  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  public void remember() {
    var known = new HashSet<>(publications.shippedHashes());
    models.get().stream().filter(model -> !known.contains(model.hash())).forEach(publications::shipped);
  }

  private static List<ShippedModel> load() {
    var found = new ArrayList<ShippedModel>();
    try {
      for (var kind : ModelKind.values()) {
        for (var file : new PathMatchingResourcePatternResolver()
            .getResources("classpath*:processes/*/*." + kind.ending())) {
          var place = PLACE.matcher(file.getURL().toString());
          if (place.matches() && !place.group(1).equals("templates")) {
            var source = file.getContentAsString(StandardCharsets.UTF_8);
            var name = place.group(2);
            found.add(new ShippedModel(kind, name.substring(0, name.lastIndexOf('.')), place.group(1), source,
                hash(source)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }
}
