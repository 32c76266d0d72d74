using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Declarations.Templates;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Enterprises.Views;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Parks.Tickets;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Personal.Retention;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Risks.Telling;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Webhooks;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Data;

// The tables of every room but those of the dry port (PortSets), in the order in which the rooms were built.
public abstract partial class PortalDbContext
{
    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Succession> Successions => Set<Succession>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<JournalLine> Journal => Set<JournalLine>();

    public DbSet<JournalSeal> JournalSeals => Set<JournalSeal>();

    public DbSet<LateLine> LateLines => Set<LateLine>();

    public DbSet<JournalWatch> JournalWatches => Set<JournalWatch>();

    public DbSet<FilingReceipt> FilingReceipts => Set<FilingReceipt>();

    public DbSet<Enterprise> Enterprises => Set<Enterprise>();

    public DbSet<EnterpriseGram> EnterpriseGrams => Set<EnterpriseGram>();

    public DbSet<EnterpriseSound> EnterpriseSounds => Set<EnterpriseSound>();

    public DbSet<ImportedEnterprise> ImportedEnterprises => Set<ImportedEnterprise>();

    public DbSet<BulkEdit> BulkEdits => Set<BulkEdit>();

    public DbSet<BulkEditItem> BulkEditItems => Set<BulkEditItem>();

    public DbSet<RosterView> RosterViews => Set<RosterView>();

    public DbSet<RosterTally> RosterTallies => Set<RosterTally>();

    public DbSet<RecordSpan> RecordSpans => Set<RecordSpan>();

    public DbSet<RosterMerge> RosterMerges => Set<RosterMerge>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    public DbSet<FormerCode> FormerCodes => Set<FormerCode>();

    public DbSet<FormerWord> FormerWords => Set<FormerWord>();

    public DbSet<RecordProposal> RecordProposals => Set<RecordProposal>();

    public DbSet<NewsItem> News => Set<NewsItem>();

    public DbSet<PolicyDocument> PolicyDocuments => Set<PolicyDocument>();

    public DbSet<PolicyKeyword> PolicyKeywords => Set<PolicyKeyword>();

    public DbSet<MediaFile> MediaFiles => Set<MediaFile>();

    public DbSet<MediaVariant> MediaVariants => Set<MediaVariant>();

    public DbSet<MediaUse> MediaUses => Set<MediaUse>();

    public DbSet<EnglishVersion> EnglishVersions => Set<EnglishVersion>();

    public DbSet<MovedAddress> MovedAddresses => Set<MovedAddress>();

    public DbSet<TextVersion> TextVersions => Set<TextVersion>();

    public DbSet<SensitiveWord> SensitiveWords => Set<SensitiveWord>();

    public DbSet<ColumnSetting> ColumnSettings => Set<ColumnSetting>();

    public DbSet<PolicyRelation> PolicyRelations => Set<PolicyRelation>();

    public DbSet<IssuingBody> IssuingBodies => Set<IssuingBody>();

    public DbSet<PolicyCriteria> PolicyCriteria => Set<PolicyCriteria>();

    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<IndicatorSeries> IndicatorSeries => Set<IndicatorSeries>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<RiskNotice> RiskNotices => Set<RiskNotice>();

    public DbSet<RiskDelivery> RiskDeliveries => Set<RiskDelivery>();

    public DbSet<SiteFinding> SiteFindings => Set<SiteFinding>();

    public DbSet<SiteIndicatorKeeper> SiteIndicatorKeepers => Set<SiteIndicatorKeeper>();

    public DbSet<SiteInspection> SiteInspections => Set<SiteInspection>();

    public DbSet<PublicStamp> PublicStamps => Set<PublicStamp>();

    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    public DbSet<EntryApplication> EntryApplications => Set<EntryApplication>();

    public DbSet<FilingProfile> FilingProfiles => Set<FilingProfile>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<KeptOrder> KeptOrders => Set<KeptOrder>();

    public DbSet<AppliedFix> AppliedFixes => Set<AppliedFix>();

    public DbSet<NumberClaim> NumberClaims => Set<NumberClaim>();

    public DbSet<DeclarationSource> DeclarationSources => Set<DeclarationSource>();

    public DbSet<ReturnLedger> ReturnLedgers => Set<ReturnLedger>();

    public DbSet<ReturnedQuantity> ReturnedQuantities => Set<ReturnedQuantity>();

    public DbSet<CustomsOfficeRow> CustomsOffices => Set<CustomsOfficeRow>();

    public DbSet<ExchangeRateRow> ExchangeRates => Set<ExchangeRateRow>();

    public DbSet<SpecialAreaRow> SpecialAreas => Set<SpecialAreaRow>();

    public DbSet<KeptTableRow> KeptTableRows => Set<KeptTableRow>();

    public DbSet<TableVersion> TableVersions => Set<TableVersion>();

    public DbSet<TableImport> TableImports => Set<TableImport>();

    public DbSet<TableRevision> TableRevisions => Set<TableRevision>();

    public DbSet<CodeWord> CodeWords => Set<CodeWord>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    public DbSet<CustomsReceipt> CustomsReceipts => Set<CustomsReceipt>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<KnownBrowser> KnownBrowsers => Set<KnownBrowser>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<AttemptCount> AttemptCounts => Set<AttemptCount>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<MailOptOut> MailOptOuts => Set<MailOptOut>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<PortalInstance> PortalInstances => Set<PortalInstance>();

    public DbSet<RouteTiming> RouteTimings => Set<RouteTiming>();

    public DbSet<ErrorNote> ErrorNotes => Set<ErrorNote>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<StoredContent> StoredContents => Set<StoredContent>();

    public DbSet<ContentPiece> ContentPieces => Set<ContentPiece>();

    public DbSet<VaultDocument> VaultDocuments => Set<VaultDocument>();

    public DbSet<VaultVersion> VaultVersions => Set<VaultVersion>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<ReviewReason> ReviewReasons => Set<ReviewReason>();

    public DbSet<StateChange> StateChanges => Set<StateChange>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchPosting> SearchPostings => Set<SearchPosting>();

    public DbSet<SearchSynonym> SearchSynonyms => Set<SearchSynonym>();

    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();

    public DbSet<DraftTemplate> DraftTemplates => Set<DraftTemplate>();

    public DbSet<BookParty> BookParties => Set<BookParty>();

    public DbSet<BookProduct> BookProducts => Set<BookProduct>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportGroup> ImportGroups => Set<ImportGroup>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    public DbSet<RememberedColumn> RememberedColumns => Set<RememberedColumn>();

    public DbSet<WorkingYear> WorkingYears => Set<WorkingYear>();

    public DbSet<SpecialDay> SpecialDays => Set<SpecialDay>();

    public DbSet<ServiceItem> ServiceItems => Set<ServiceItem>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterEscalation> LetterEscalations => Set<LetterEscalation>();

    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<SubscriberTopic> SubscriberTopics => Set<SubscriberTopic>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<SentAnnouncement> SentAnnouncements => Set<SentAnnouncement>();

    public DbSet<SubscriptionPause> SubscriptionPauses => Set<SubscriptionPause>();

    public DbSet<Park> Parks => Set<Park>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<ShowcaseItem> ShowcaseItems => Set<ShowcaseItem>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<CostRate> CostRates => Set<CostRate>();

    public DbSet<Subsidy> Subsidies => Set<Subsidy>();

    public DbSet<Chain> Chains => Set<Chain>();

    public DbSet<ChainNode> ChainNodes => Set<ChainNode>();

    public DbSet<ChainMember> ChainMembers => Set<ChainMember>();

    public DbSet<ChainPolicy> ChainPolicies => Set<ChainPolicy>();

    public DbSet<SupplyRelation> SupplyRelations => Set<SupplyRelation>();

    public DbSet<PersonalKey> PersonalKeys => Set<PersonalKey>();

    public DbSet<ConsentRecord> ConsentRecords => Set<ConsentRecord>();

    public DbSet<PrivacyRequest> PrivacyRequests => Set<PrivacyRequest>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<RetentionCount> RetentionCounts => Set<RetentionCount>();
}
