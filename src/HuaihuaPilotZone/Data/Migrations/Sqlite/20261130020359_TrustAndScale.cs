using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrustAndScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StateChanges_From_At",
                table: "StateChanges");

            migrationBuilder.DropIndex(
                name: "IX_StateChanges_From_Seconds",
                table: "StateChanges");

            migrationBuilder.DropIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_ParkAreaId_EnterpriseId",
                table: "RecordSpans");

            migrationBuilder.AddColumn<DateTime>(
                name: "AnnouncedAt",
                table: "Sensors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishName",
                table: "NewsColumns",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "NewsColumns",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "NewsColumns",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "NewsColumns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AreVariantsMade",
                table: "MediaFiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "IdentityMark",
                table: "InformationRequests",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "IndicatorSeries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "IndicatorSeries",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangedById",
                table: "IndicatorSeries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "IndicatorSeries",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Indicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Indicators",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangedById",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "Indicators",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttemptCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ConsentRecords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NoticeVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentRecords_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ErrorNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Instance = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErrorNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FilingReceipts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CheckCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Salt = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JournalLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    LetterId = table.Column<int>(type: "INTEGER", nullable: true),
                    InformationRequestId = table.Column<int>(type: "INTEGER", nullable: true),
                    EntryApplicationId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilingReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_EntryApplications_EntryApplicationId",
                        column: x => x.EntryApplicationId,
                        principalTable: "EntryApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_InformationRequests_InformationRequestId",
                        column: x => x.InformationRequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_JournalLines_JournalLineId",
                        column: x => x.JournalLineId,
                        principalTable: "JournalLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalLateLines",
                columns: table => new
                {
                    JournalLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalLateLines", x => x.JournalLineId);
                });

            migrationBuilder.CreateTable(
                name: "JournalSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AfterLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastLineId = table.Column<long>(type: "INTEGER", nullable: false),
                    LineCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Marks = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "JournalWatch",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Lease = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VerifiedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedSeals = table.Column<int>(type: "INTEGER", nullable: false),
                    VerifiedLines = table.Column<long>(type: "INTEGER", nullable: false),
                    VerifiedReceipts = table.Column<long>(type: "INTEGER", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ToldFault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalWatch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnownBrowsers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownBrowsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KnownBrowsers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MediaVariants",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MediaFileId = table.Column<int>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaVariants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MediaVariants_MediaFiles_MediaFileId",
                        column: x => x.MediaFileId,
                        principalTable: "MediaFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MediaVariants_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonalKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Wrapped = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsForMarks = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PortalInstances",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FreeMegabytes = table.Column<long>(type: "INTEGER", nullable: false),
                    MemoryMegabytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalInstances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2056, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LimitDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Remainder = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrivacyRequests_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProviderReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stars = table.Column<int>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HiddenWhy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProviderReviews_TransportOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "TransportOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecondFactors",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false),
                    NewSecret = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NewSecretAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecondFactors", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_SecondFactors_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeedMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeedMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProvedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInSessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredContents",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredContents", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "RouteTimings",
                columns: table => new
                {
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    P50 = table.Column<int>(type: "INTEGER", nullable: false),
                    P95 = table.Column<int>(type: "INTEGER", nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouteTimings", x => new { x.InstanceId, x.Route });
                    table.ForeignKey(
                        name: "FK_RouteTimings_PortalInstances_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "PortalInstances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionCounts",
                columns: table => new
                {
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ended = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionCounts", x => new { x.RunId, x.Rule });
                    table.ForeignKey(
                        name: "FK_RetentionCounts_RetentionRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "RetentionRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentPieces",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentPieces", x => new { x.Hash, x.Number });
                    table.ForeignKey(
                        name: "FK_ContentPieces_StoredContents_Hash",
                        column: x => x.Hash,
                        principalTable: "StoredContents",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "SeedMarks",
                columns: new[] { "Id", "Fingerprint" },
                values: new object[] { 1, "" });

            migrationBuilder.CreateIndex(
                name: "IX_StateChanges_From_At_Seconds",
                table: "StateChanges",
                columns: new[] { "From", "At", "Seconds" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_CreditCode_SupersededOn_Id",
                table: "RecordSpans",
                columns: new[] { "CreditCode", "SupersededOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_IsShown_ValidFrom_Id",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "IsShown", "ValidFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_Type_ParkAreaId_EnterpriseId_TagIds",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidTo", "ValidFrom", "Stage", "Type", "ParkAreaId", "EnterpriseId", "TagIds" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyDocuments_Step_UpdatedAt",
                table: "PolicyDocuments",
                columns: new[] { "Step", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_News_State_Column_PublishedAt",
                table: "News",
                columns: new[] { "State", "Column", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_News_State_EventDate_PublishedAt",
                table: "News",
                columns: new[] { "State", "EventDate", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_News_Step_UpdatedAt",
                table: "News",
                columns: new[] { "Step", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_News_UpdatedAt",
                table: "News",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_InformationRequests_IdentityMark",
                table: "InformationRequests",
                column: "IdentityMark",
                filter: "[IdentityMark] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EnglishVersions_Step_UpdatedAt",
                table: "EnglishVersions",
                columns: new[] { "Step", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_EnterpriseId_State_MustFixCount",
                table: "Declarations",
                columns: new[] { "EnterpriseId", "State", "MustFixCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_State_UpdatedAt_Id_SubmittedAt",
                table: "Declarations",
                columns: new[] { "State", "UpdatedAt", "Id", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_UpdatedAt_Id_State_SubmittedAt",
                table: "Declarations",
                columns: new[] { "UpdatedAt", "Id", "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AttemptCounts_ExpiresAt",
                table: "AttemptCounts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRecords_EndedAt_Id",
                table: "ConsentRecords",
                columns: new[] { "EndedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRecords_UserId_Id",
                table: "ConsentRecords",
                columns: new[] { "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRecords_UserId_Kind",
                table: "ConsentRecords",
                columns: new[] { "UserId", "Kind" },
                unique: true,
                filter: "[EndedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorNotes_At",
                table: "ErrorNotes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorNotes_TraceId",
                table: "ErrorNotes",
                column: "TraceId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_EntryApplicationId",
                table: "FilingReceipts",
                column: "EntryApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_InformationRequestId",
                table: "FilingReceipts",
                column: "InformationRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_JournalLineId",
                table: "FilingReceipts",
                column: "JournalLineId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_LetterId",
                table: "FilingReceipts",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_Number",
                table: "FilingReceipts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_SubjectKey",
                table: "FilingReceipts",
                column: "SubjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_SubmissionId",
                table: "FilingReceipts",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OpenedAt",
                table: "Incidents",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Rule_Subject",
                table: "Incidents",
                columns: new[] { "Rule", "Subject" },
                unique: true,
                filter: "[EndedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_JournalLateLines_SealNumber",
                table: "JournalLateLines",
                column: "SealNumber");

            migrationBuilder.CreateIndex(
                name: "IX_JournalSeals_Kind_AfterLineId",
                table: "JournalSeals",
                columns: new[] { "Kind", "AfterLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalSeals_PreviousHash",
                table: "JournalSeals",
                column: "PreviousHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KnownBrowsers_LastSeenAt",
                table: "KnownBrowsers",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_KnownBrowsers_UserId_KeyHash",
                table: "KnownBrowsers",
                columns: new[] { "UserId", "KeyHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MediaVariants_FileId",
                table: "MediaVariants",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_MediaVariants_MediaFileId_Width",
                table: "MediaVariants",
                columns: new[] { "MediaFileId", "Width" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PortalInstances_SeenAt",
                table: "PortalInstances",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRequests_Number",
                table: "PrivacyRequests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRequests_State_Id",
                table: "PrivacyRequests",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRequests_UserId_Id",
                table: "PrivacyRequests",
                columns: new[] { "UserId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRequests_UserId_Kind",
                table: "PrivacyRequests",
                columns: new[] { "UserId", "Kind" },
                unique: true,
                filter: "[State] IN ('Received', 'Handling')");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderReviews_OrderId",
                table: "ProviderReviews",
                column: "OrderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_UserId_Number",
                table: "RecoveryCodes",
                columns: new[] { "UserId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_Day",
                table: "RetentionRuns",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RouteTimings_P95",
                table: "RouteTimings",
                column: "P95");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_LastSeenAt",
                table: "SignInSessions",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_UserId_AddressKey",
                table: "SignInSessions",
                columns: new[] { "UserId", "AddressKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttemptCounts");

            migrationBuilder.DropTable(
                name: "ConsentRecords");

            migrationBuilder.DropTable(
                name: "ContentPieces");

            migrationBuilder.DropTable(
                name: "ErrorNotes");

            migrationBuilder.DropTable(
                name: "FilingReceipts");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "JournalLateLines");

            migrationBuilder.DropTable(
                name: "JournalSeals");

            migrationBuilder.DropTable(
                name: "JournalWatch");

            migrationBuilder.DropTable(
                name: "KnownBrowsers");

            migrationBuilder.DropTable(
                name: "MediaVariants");

            migrationBuilder.DropTable(
                name: "PersonalKeys");

            migrationBuilder.DropTable(
                name: "PrivacyRequests");

            migrationBuilder.DropTable(
                name: "ProviderReviews");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "RetentionCounts");

            migrationBuilder.DropTable(
                name: "RouteTimings");

            migrationBuilder.DropTable(
                name: "SecondFactors");

            migrationBuilder.DropTable(
                name: "SeedMarks");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "StoredContents");

            migrationBuilder.DropTable(
                name: "RetentionRuns");

            migrationBuilder.DropTable(
                name: "PortalInstances");

            migrationBuilder.DropIndex(
                name: "IX_StateChanges_From_At_Seconds",
                table: "StateChanges");

            migrationBuilder.DropIndex(
                name: "IX_RecordSpans_CreditCode_SupersededOn_Id",
                table: "RecordSpans");

            migrationBuilder.DropIndex(
                name: "IX_RecordSpans_SupersededOn_IsShown_ValidFrom_Id",
                table: "RecordSpans");

            migrationBuilder.DropIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_Type_ParkAreaId_EnterpriseId_TagIds",
                table: "RecordSpans");

            migrationBuilder.DropIndex(
                name: "IX_PolicyDocuments_Step_UpdatedAt",
                table: "PolicyDocuments");

            migrationBuilder.DropIndex(
                name: "IX_News_State_Column_PublishedAt",
                table: "News");

            migrationBuilder.DropIndex(
                name: "IX_News_State_EventDate_PublishedAt",
                table: "News");

            migrationBuilder.DropIndex(
                name: "IX_News_Step_UpdatedAt",
                table: "News");

            migrationBuilder.DropIndex(
                name: "IX_News_UpdatedAt",
                table: "News");

            migrationBuilder.DropIndex(
                name: "IX_InformationRequests_IdentityMark",
                table: "InformationRequests");

            migrationBuilder.DropIndex(
                name: "IX_EnglishVersions_Step_UpdatedAt",
                table: "EnglishVersions");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_EnterpriseId_State_MustFixCount",
                table: "Declarations");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_State_UpdatedAt_Id_SubmittedAt",
                table: "Declarations");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_UpdatedAt_Id_State_SubmittedAt",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "AnnouncedAt",
                table: "Sensors");

            migrationBuilder.DropColumn(
                name: "EnglishName",
                table: "NewsColumns");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "NewsColumns");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "NewsColumns");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "NewsColumns");

            migrationBuilder.DropColumn(
                name: "AreVariantsMade",
                table: "MediaFiles");

            migrationBuilder.DropColumn(
                name: "IdentityMark",
                table: "InformationRequests");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "IndicatorSeries");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "IndicatorSeries");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "IndicatorSeries");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "IndicatorSeries");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "Indicators");

            migrationBuilder.CreateIndex(
                name: "IX_StateChanges_From_At",
                table: "StateChanges",
                columns: new[] { "From", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_StateChanges_From_Seconds",
                table: "StateChanges",
                columns: new[] { "From", "Seconds" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_ParkAreaId_EnterpriseId",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidTo", "ValidFrom", "Stage", "ParkAreaId", "EnterpriseId" });
        }
    }
}
