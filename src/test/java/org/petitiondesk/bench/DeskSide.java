package org.petitiondesk.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.notice.HandOverLetter;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.AcceptPetition;
import org.petitiondesk.petition.AssignmentService;
import org.petitiondesk.petition.DraftReply;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.RatePetition;
import org.petitiondesk.petition.RatedVia;
import org.petitiondesk.petition.ReplyService;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.ScreenPetition;
import org.petitiondesk.petition.ScreeningService;
import org.petitiondesk.petition.ScreeningVerdict;
import org.petitiondesk.petition.Solved;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole desk as it is delivered, with the demo organisation, through the services that its pages call. */
class DeskSide implements CasesBench.Side {

  private final ConfigurableApplicationContext application;
  private final CaseFiles cases;
  private final ScreeningService screening;
  private final AssignmentService assignment;
  private final HandlingService handling;
  private final ReplyService reply;
  private final PetitionerService petitioner;
  private final NoticeService notices;
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final LocalDate today;

  DeskSide(String url, String user, String password, Path data) {
    this(url, user, password, data, context -> {});
  }

  DeskSide(String url, String user, String password, Path data,
      ApplicationContextInitializer<GenericApplicationContext> initializer) {
    // -Dbench.arguments tries another setting without changing the file.
    var arguments = Stream.concat(
        Stream.of("--server.port=0", "--petition-desk.data=" + data, "--petition-desk.demo.cases=0",
            "--spring.datasource.url=" + url, "--spring.datasource.username=" + user,
            "--spring.datasource.password=" + password, "--spring.main.banner-mode=off", "--logging.level.root=error"),
        Arrays.stream(System.getProperty("bench.arguments", "").split(" ")).filter(argument -> !argument.isBlank()));
    application = new SpringApplicationBuilder(PetitionDesk.class).profiles("demo")
        .initializers(initializer).run(arguments.toArray(String[]::new));
    cases = application.getBean(CaseFiles.class);
    screening = application.getBean(ScreeningService.class);
    assignment = application.getBean(AssignmentService.class);
    handling = application.getBean(HandlingService.class);
    reply = application.getBean(ReplyService.class);
    petitioner = application.getBean(PetitionerService.class);
    notices = application.getBean(NoticeService.class);
    jdbc = application.getBean(JdbcClient.class);
    accounts = application.getBean(Accounts.class);
    today = Dates.today(application.getBean(Clock.class));
  }

  @Override
  public void handle(long number) {
    var officer = accounts.actor("officer");
    var lead = Script.lead(number);
    var handler = accounts.actor(lead + ".handler");
    var leader = accounts.actor(lead + ".leader");
    var id = register(number, officer);
    screening.screen(new ScreenPetition(id, item(id, "user_screen"), ScreeningVerdict.ACCEPT, "urban",
        DemandClass.CLAIM, 6, Urgency.NORMAL, false, List.of("要求停止夜间施工"), lead, List.of(), "", "", "",
        Optional.empty()), officer);
    assignment.accept(new AcceptPetition(id, item(id, "user_accept"), leader.id()), handler);
    handOver(id, handler);
    var handle = item(id, "user_handle");
    handling.note(id, handle, "现场查看,夜间十一点后仍有混凝土浇筑。", List.of(), handler);
    handling.finish(id, handle, handler);
    reply.draft(new DraftReply(id, item(id, "user_draft_reply"), List.of(new PointAnswer(1, "经查,工地夜间施工属实。",
        "《噪声污染防治法》第四十三条", Outcome.SUPPORTED)), "可在三十日内向上一级行政机关申请复查。", DeliveryMethod.IN_PERSON),
        handler);
    reply.decide(id, item(id, "user_approve_reply"), true, "", leader);
    handOver(id, handler);
    petitioner.rate(new RatePetition(id, Solved.YES, Satisfaction.SATISFIED, Satisfaction.SATISFIED, "谢谢",
        RatedVia.PORTAL), Actor.PUBLIC);
    if (cases.get(id).status() != CaseStatus.CLOSED) {
      throw new IllegalStateException("Case " + id + " is not closed");
    }
  }

  private CaseId register(long number, Actor officer) {
    return cases.register(new RegisterCase(CaseKind.PETITION, Channel.VISIT, DemandClass.CLAIM, today, "xfj",
        "liuyin", "工地夜间施工扰民第" + number + "号",
        "柳荫街道三号工地近一个月夜间十一点以后仍在施工,噪声很大,老人孩子无法休息,多次反映无果,请予处理。", false,
        List.of(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "市民" + number, "",
            "139" + String.format("%08d", number), "", "", false, false)),
        List.of("停止夜间施工"),
        List.of()), officer).id();
  }

  private void handOver(CaseId id, Actor handler) {
    notices.handOver(item(id, "user_hand_over_letter"),
        new HandOverLetter(DeliveryMethod.IN_PERSON, today, "本人签收", Optional.empty()), handler);
  }

  /** The desk's own list of work is asked, where the other side asks the engine for its tasks. */
  private String item(CaseId id, String key) {
    return jdbc.sql("select id from work_item where case_id = ? and kind = ? and state = 'OPEN'")
        .params(id.value(), key).query(String.class).single();
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  @Override
  public void close() {
    application.close();
  }
}
