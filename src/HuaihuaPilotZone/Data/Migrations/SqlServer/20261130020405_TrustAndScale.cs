using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishName",
                table: "NewsColumns",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "NewsColumns",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "NewsColumns",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "NewsColumns",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AreVariantsMade",
                table: "MediaFiles",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "ContactPhone",
                table: "Leads",
                type: "nvarchar(176)",
                maxLength: 176,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(30)",
                oldMaxLength: 30,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactEmail",
                table: "Leads",
                type: "nvarchar(1072)",
                maxLength: 1072,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "OldValue",
                table: "JournalPersonalValues",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(4000)",
                oldMaxLength: 4000,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "NewValue",
                table: "JournalPersonalValues",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(4000)",
                oldMaxLength: 4000,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "IdentityMark",
                table: "InformationRequests",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "IndicatorSeries",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "IndicatorSeries",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ChangedById",
                table: "IndicatorSeries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "IndicatorSeries",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Indicators",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedBy",
                table: "Indicators",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ChangedById",
                table: "Indicators",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "Indicators",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactPhone",
                table: "EntryApplications",
                type: "nvarchar(176)",
                maxLength: 176,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(30)",
                oldMaxLength: 30,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactEmail",
                table: "EntryApplications",
                type: "nvarchar(1072)",
                maxLength: 1072,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Phone",
                table: "Contacts",
                type: "nvarchar(176)",
                maxLength: 176,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(30)",
                oldMaxLength: 30,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Contacts",
                type: "nvarchar(1072)",
                maxLength: 1072,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "AttemptCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    Turn = table.Column<int>(type: "int", nullable: false),
                    OpenFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ConsentRecords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NoticeVersion = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    End = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EndedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TraceId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Route = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Instance = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErrorNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FilingReceipts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Detail = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CheckCode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Salt = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    JournalLineId = table.Column<long>(type: "bigint", nullable: false),
                    SubmissionId = table.Column<int>(type: "int", nullable: true),
                    LetterId = table.Column<int>(type: "int", nullable: true),
                    InformationRequestId = table.Column<int>(type: "int", nullable: true),
                    EntryApplicationId = table.Column<int>(type: "int", nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Detail = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalLateLines",
                columns: table => new
                {
                    JournalLineId = table.Column<long>(type: "bigint", nullable: false),
                    SealNumber = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalLateLines", x => x.JournalLineId);
                });

            migrationBuilder.CreateTable(
                name: "JournalSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AfterLineId = table.Column<long>(type: "bigint", nullable: false),
                    FirstLineId = table.Column<long>(type: "bigint", nullable: false),
                    LastLineId = table.Column<long>(type: "bigint", nullable: false),
                    LineCount = table.Column<int>(type: "int", nullable: false),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PreviousHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Marks = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "JournalWatch",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Lease = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VerifiedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedSeals = table.Column<int>(type: "int", nullable: false),
                    VerifiedLines = table.Column<long>(type: "bigint", nullable: false),
                    VerifiedReceipts = table.Column<long>(type: "bigint", nullable: false),
                    Fault = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ToldFault = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalWatch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnownBrowsers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FirstSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MediaFileId = table.Column<int>(type: "int", nullable: false),
                    Width = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wrapped = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsForMarks = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PortalInstances",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FreeMegabytes = table.Column<long>(type: "bigint", nullable: false),
                    MemoryMegabytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalInstances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2056)", maxLength: 2056, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LimitDays = table.Column<int>(type: "int", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Remainder = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ErasedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrderId = table.Column<int>(type: "int", nullable: false),
                    Stars = table.Column<int>(type: "int", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HiddenWhy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecondFactors",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "int", nullable: false),
                    Secret = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastStep = table.Column<long>(type: "bigint", nullable: false),
                    NewSecret = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NewSecretAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false),
                    Fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeedMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<int>(type: "int", nullable: false),
                    SecurityStamp = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BeganAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProvedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Address = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AddressKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Browser = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredContents", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "RouteTimings",
                columns: table => new
                {
                    InstanceId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Route = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Count = table.Column<int>(type: "int", nullable: false),
                    P50 = table.Column<int>(type: "int", nullable: false),
                    P95 = table.Column<int>(type: "int", nullable: false),
                    Most = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    RunId = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ended = table.Column<int>(type: "int", nullable: false)
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
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", maxLength: -1, nullable: false)
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

            migrationBuilder.AlterColumn<string>(
                name: "ContactPhone",
                table: "Leads",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(176)",
                oldMaxLength: 176,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactEmail",
                table: "Leads",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(1072)",
                oldMaxLength: 1072,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "OldValue",
                table: "JournalPersonalValues",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldMaxLength: -1,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "NewValue",
                table: "JournalPersonalValues",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldMaxLength: -1,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactPhone",
                table: "EntryApplications",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(176)",
                oldMaxLength: 176,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ContactEmail",
                table: "EntryApplications",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(1072)",
                oldMaxLength: 1072,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Phone",
                table: "Contacts",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(176)",
                oldMaxLength: 176,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Contacts",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(1072)",
                oldMaxLength: 1072,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

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
