package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of case_party: the only place where protected fields are encrypted, decrypted and matched. */
@Repository
class CaseParties {

  /** Also as people write it: with spaces, dashes, a country code or in wide digits. */
  private static final Pattern NUMBER = Pattern.compile("[+＋(（]?[\\p{Nd}\\s()（）－-]{6,30}[xXｘＸ]?");

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final PersonalData personalData;

  CaseParties(JdbcClient jdbc, JdbcTemplate batches, PersonalData personalData) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.personalData = personalData;
  }

  List<Party> insert(CaseId id, List<NewParty> parties) {
    var written = parties.stream()
        .map(p -> new Party(UUID.randomUUID(), p.role(), p.kind(), p.name(), p.identityNumber(), p.phone(), p.email(),
            p.address(), p.representative(), p.electronicConsent()))
        .toList();
    insert(id, written, 0, null);
    return written;
  }

  List<Party> of(CaseId id) {
    return jdbc.sql("select * from case_party where case_id = :id order by position").param("id", id.value())
        .query(this::party).list();
  }

  /** The petitioners of a merged case ask in the target from now on, each person once. */
  void join(CaseId merged, CaseId target) {
    var present = of(target);
    var known = new HashSet<String>();
    present.forEach(party -> known.addAll(indexes(party.identityNumber(), party.phone())));
    var further = of(merged).stream().filter(party -> party.role() == PartyRole.PETITIONER)
        .filter(party -> indexes(party.identityNumber(), party.phone()).stream().noneMatch(known::contains))
        .map(p -> new Party(UUID.randomUUID(), p.role(), p.kind(), p.name(), p.identityNumber(), p.phone(), p.email(),
            p.address(), false, p.electronicConsent()))
        .toList();
    insert(target, further, present.size(), merged);
  }

  /** What the petitioners are found by again: keyed hashes of identity number and phone, as far as known. */
  Set<String> indexes(List<Party> parties) {
    var indexes = new HashSet<String>();
    parties.stream().filter(party -> party.role() == PartyRole.PETITIONER)
        .forEach(party -> indexes.addAll(indexes(party.identityNumber(), party.phone())));
    return indexes;
  }

  Set<String> indexesOf(List<NewParty> petitioners) {
    var indexes = new HashSet<String>();
    petitioners.forEach(party -> indexes.addAll(indexes(party.identityNumber(), party.phone())));
    return indexes;
  }

  /** Of a text that may be an identity number or a telephone number; empty for any other. */
  Set<String> indexes(String text) {
    return NUMBER.matcher(text.strip()).matches() ? indexes(text, text) : Set.of();
  }

  private void insert(CaseId id, List<Party> parties, int from, CaseId cameWith) {
    if (parties.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Object[]>();
    for (var p : parties) {
      rows.add(new Object[]{p.id(), id.value(), from + rows.size(), p.role().name(), p.kind().name(), p.name(),
          PlainName.of(p.name()),
          encrypted(p.identityNumber()), identityIndex(p.identityNumber()).orElse(null), encrypted(p.phone()),
          phoneIndex(p.phone()).orElse(null), encrypted(p.email()), encrypted(p.address()), p.representative(),
          p.electronicConsent(), cameWith == null ? null : cameWith.value()});
    }
    batches.batchUpdate(
        """
            insert into case_party (id, case_id, position, role, kind, name, plain_name, identity_number, identity_index, phone,
              phone_index, email, address, representative, electronic_consent, came_with)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
        rows);
  }

  private Party party(ResultSet rs, int row) throws SQLException {
    return new Party(rs.getObject("id", UUID.class), PartyRole.valueOf(rs.getString("role")),
        PartyKind.valueOf(rs.getString("kind")), rs.getString("name"), decrypted(rs.getBytes("identity_number")),
        decrypted(rs.getBytes("phone")), decrypted(rs.getBytes("email")), decrypted(rs.getBytes("address")),
        rs.getBoolean("representative"), rs.getBoolean("electronic_consent"));
  }

  private byte[] encrypted(String text) {
    return text.isEmpty() ? null : personalData.encrypt(text);
  }

  private String decrypted(byte[] bytes) {
    return bytes == null ? "" : personalData.decrypt(bytes);
  }

  private Set<String> indexes(String identityNumber, String phone) {
    var indexes = new HashSet<String>();
    identityIndex(identityNumber).ifPresent(indexes::add);
    phoneIndex(phone).ifPresent(indexes::add);
    return indexes;
  }

  private Optional<String> identityIndex(String identityNumber) {
    var normal = Normalizer.normalize(identityNumber, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "");
    return normal.length() < 6 ? Optional.empty() : Optional.of(personalData.blindIndex("identity:" + normal));
  }

  private Optional<String> phoneIndex(String phone) {
    var digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    var national = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    return national.length() < 7 ? Optional.empty() : Optional.of(personalData.blindIndex("phone:" + national));
  }
}
