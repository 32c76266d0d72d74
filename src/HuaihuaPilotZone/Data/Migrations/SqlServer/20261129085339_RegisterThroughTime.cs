using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RegisterThroughTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Issuer",
                table: "VaultDocuments",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "RosterTallies",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "ParkAreas",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ParentId",
                table: "ParkAreas",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ParkAreas",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Orders",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Memberships",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "IndustryTags",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "Enterprises",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.Sql("UPDATE Enterprises SET Visibility = CASE WHEN IsPublic = 1 AND SuspendedAt IS NULL AND Stage <> 'Left' THEN 'Shown' ELSE 'Hidden' END");
            migrationBuilder.Sql("DELETE FROM RosterTallies");
            migrationBuilder.Sql("INSERT INTO RosterTallies (Stage, Type, ParkAreaId, Visibility, Change) SELECT Stage, Type, ParkAreaId, Visibility, COUNT(*) FROM Enterprises GROUP BY Stage, Type, ParkAreaId, Visibility");

            migrationBuilder.CreateTable(
                name: "Chains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsCore = table.Column<bool>(type: "bit", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishSummary = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AsOf = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortOrder = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chains", x => x.Id);
                    table.CheckConstraint("CK_Chains_Source", "\"Source\" <> ''");
                });

            migrationBuilder.CreateTable(
                name: "CostRates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParkId = table.Column<int>(type: "int", nullable: true),
                    Use = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Scope = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsUnverified = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostRates", x => x.Id);
                    table.CheckConstraint("CK_CostRates_Source", "\"Source\" <> ''");
                    table.ForeignKey(
                        name: "FK_CostRates_Parks_ParkId",
                        column: x => x.ParkId,
                        principalTable: "Parks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ItemId = table.Column<int>(type: "int", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedEnterprises",
                columns: table => new
                {
                    BatchId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    RowNumber = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsUndone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedEnterprises", x => new { x.BatchId, x.EnterpriseId });
                    table.ForeignKey(
                        name: "FK_ImportedEnterprises_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordProposals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    WaitsFor = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ProposedById = table.Column<int>(type: "int", nullable: true),
                    ProposedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordProposals_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordSpans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SupersededOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameText = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreditCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParkAreaId = table.Column<int>(type: "int", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StageSince = table.Column<DateOnly>(type: "date", nullable: false),
                    TagIds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsShown = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordSpans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordSpans_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShowcaseItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShowcaseItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShowcaseItems_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Subsidies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishTitle = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Condition = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishCondition = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsUnverified = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subsidies", x => x.Id);
                    table.CheckConstraint("CK_Subsidies_Source", "\"Source\" <> ''");
                });

            migrationBuilder.CreateTable(
                name: "Successions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreditCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: true),
                    ProtectedPerson = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PrivacyNoticeVersion = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ObjectionUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Objection = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ObjectedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ObjectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Successions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Successions_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupplyRelations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StatedById = table.Column<int>(type: "int", nullable: false),
                    OtherId = table.Column<int>(type: "int", nullable: true),
                    OtherName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsSupplier = table.Column<bool>(type: "bit", nullable: false),
                    Goods = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sight = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherSight = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyRelations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplyRelations_Enterprises_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplyRelations_Enterprises_StatedById",
                        column: x => x.StatedById,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChainNodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ChainId = table.Column<int>(type: "int", nullable: false),
                    Tier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SortOrder = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainNodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChainNodes_Chains_ChainId",
                        column: x => x.ChainId,
                        principalTable: "Chains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposedFields",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProposalId = table.Column<int>(type: "int", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Proposed = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsAccepted = table.Column<bool>(type: "bit", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedFields", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposedFields_RecordProposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "RecordProposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SuccessionFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SuccessionId = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuccessionFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuccessionFiles_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SuccessionFiles_Successions_SuccessionId",
                        column: x => x.SuccessionId,
                        principalTable: "Successions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChainMembers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NodeId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MovedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChainMembers_ChainNodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "ChainNodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChainMembers_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Opportunities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishTitle = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Wanted = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishWanted = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Conditions = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishConditions = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IndustryTagId = table.Column<int>(type: "int", nullable: true),
                    ParkId = table.Column<int>(type: "int", nullable: true),
                    ChainNodeId = table.Column<int>(type: "int", nullable: true),
                    LeastHundredths = table.Column<long>(type: "bigint", nullable: true),
                    MostHundredths = table.Column<long>(type: "bigint", nullable: true),
                    Office = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishOffice = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AsOf = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OpenUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opportunities", x => x.Id);
                    table.CheckConstraint("CK_Opportunities_Source", "\"Source\" <> ''");
                    table.ForeignKey(
                        name: "FK_Opportunities_ChainNodes_ChainNodeId",
                        column: x => x.ChainNodeId,
                        principalTable: "ChainNodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Opportunities_IndustryTags_IndustryTagId",
                        column: x => x.IndustryTagId,
                        principalTable: "IndustryTags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Opportunities_Parks_ParkId",
                        column: x => x.ParkId,
                        principalTable: "Parks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Company = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ContactName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ContactPosition = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ContactPhone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ContactEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IndustryTagId = table.Column<int>(type: "int", nullable: true),
                    WantedHundredths = table.Column<long>(type: "bigint", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceNote = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ChainNodeId = table.Column<int>(type: "int", nullable: true),
                    OpportunityId = table.Column<int>(type: "int", nullable: true),
                    OwnerId = table.Column<int>(type: "int", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StageSince = table.Column<DateOnly>(type: "date", nullable: false),
                    NextStep = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastVisitOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leads_ChainNodes_ChainNodeId",
                        column: x => x.ChainNodeId,
                        principalTable: "ChainNodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leads_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leads_IndustryTags_IndustryTagId",
                        column: x => x.IndustryTagId,
                        principalTable: "IndustryTags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leads_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leads_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LeadId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadSteps_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadVisits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LeadId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Participants = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NextStep = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadVisits_Leads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "Leads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "PublicStamps",
                columns: new[] { "Topic", "Stamp" },
                values: new object[,]
                {
                    { "Chains", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Investment", new Guid("00000000-0000-0000-0000-000000000000") }
                });

            migrationBuilder.CreateIndex(
                name: "IX_ParkAreas_ParentId",
                table: "ParkAreas",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown",
                table: "Enterprises",
                columns: new[] { "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Area",
                table: "Enterprises",
                columns: new[] { "ParkAreaId", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Cell",
                table: "Enterprises",
                columns: new[] { "Stage", "Type", "ParkAreaId", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Stage",
                table: "Enterprises",
                columns: new[] { "Stage", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Type",
                table: "Enterprises",
                columns: new[] { "Type", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_ChainMembers_EnterpriseId",
                table: "ChainMembers",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_ChainMembers_NodeId_EnterpriseId",
                table: "ChainMembers",
                columns: new[] { "NodeId", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChainMembers_State_Id",
                table: "ChainMembers",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ChainNodes_ChainId_Name",
                table: "ChainNodes",
                columns: new[] { "ChainId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Chains_Name",
                table: "Chains",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Chains_Slug",
                table: "Chains",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CostRates_Item_Scope_From",
                table: "CostRates",
                columns: new[] { "Item", "Scope", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CostRates_ParkId",
                table: "CostRates",
                column: "ParkId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerWords_Kind_ItemId_Until",
                table: "FormerWords",
                columns: new[] { "Kind", "ItemId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedEnterprises_EnterpriseId",
                table: "ImportedEnterprises",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_ChainNodeId",
                table: "Leads",
                column: "ChainNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_EnterpriseId",
                table: "Leads",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_IndustryTagId",
                table: "Leads",
                column: "IndustryTagId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Number",
                table: "Leads",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OpportunityId",
                table: "Leads",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OwnerId",
                table: "Leads",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Leads_Stage_NextStepOn_Id",
                table: "Leads",
                columns: new[] { "Stage", "NextStepOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadSteps_LeadId",
                table: "LeadSteps",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_LeadVisits_LeadId",
                table: "LeadVisits",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_ChainNodeId",
                table: "Opportunities",
                column: "ChainNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_IndustryTagId",
                table: "Opportunities",
                column: "IndustryTagId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_ParkId",
                table: "Opportunities",
                column: "ParkId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_Slug",
                table: "Opportunities",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_State_PublishedOn_Id",
                table: "Opportunities",
                columns: new[] { "State", "PublishedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedFields_ProposalId_Field",
                table: "ProposedFields",
                columns: new[] { "ProposalId", "Field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_EnterpriseId",
                table: "RecordProposals",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_Number",
                table: "RecordProposals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_State_Id",
                table: "RecordProposals",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_WaitsFor",
                table: "RecordProposals",
                column: "WaitsFor",
                unique: true,
                filter: "[WaitsFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_EnterpriseId_SupersededOn_ValidTo",
                table: "RecordSpans",
                columns: new[] { "EnterpriseId", "SupersededOn", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_NameKey_Id",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidFrom_Id",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_ParkAreaId_EnterpriseId",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidTo", "ValidFrom", "Stage", "ParkAreaId", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShowcaseItems_EnterpriseId_Kind_Name",
                table: "ShowcaseItems",
                columns: new[] { "EnterpriseId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShowcaseItems_State_MovedAt",
                table: "ShowcaseItems",
                columns: new[] { "State", "MovedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SuccessionFiles_FileId",
                table: "SuccessionFiles",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessionFiles_SuccessionId",
                table: "SuccessionFiles",
                column: "SuccessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_EnterpriseId",
                table: "Successions",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_Number",
                table: "Successions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Successions_State_AskedAt",
                table: "Successions",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyRelations_OtherId_Id",
                table: "SupplyRelations",
                columns: new[] { "OtherId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyRelations_StatedById_Id",
                table: "SupplyRelations",
                columns: new[] { "StatedById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyRelations_StatedById_Key",
                table: "SupplyRelations",
                columns: new[] { "StatedById", "Key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ParkAreas_ParkAreas_ParentId",
                table: "ParkAreas",
                column: "ParentId",
                principalTable: "ParkAreas",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ParkAreas_ParkAreas_ParentId",
                table: "ParkAreas");

            migrationBuilder.DropTable(
                name: "ChainMembers");

            migrationBuilder.DropTable(
                name: "CostRates");

            migrationBuilder.DropTable(
                name: "FormerWords");

            migrationBuilder.DropTable(
                name: "ImportedEnterprises");

            migrationBuilder.DropTable(
                name: "LeadSteps");

            migrationBuilder.DropTable(
                name: "LeadVisits");

            migrationBuilder.DropTable(
                name: "ProposedFields");

            migrationBuilder.DropTable(
                name: "RecordSpans");

            migrationBuilder.DropTable(
                name: "ShowcaseItems");

            migrationBuilder.DropTable(
                name: "Subsidies");

            migrationBuilder.DropTable(
                name: "SuccessionFiles");

            migrationBuilder.DropTable(
                name: "SupplyRelations");

            migrationBuilder.DropTable(
                name: "Leads");

            migrationBuilder.DropTable(
                name: "RecordProposals");

            migrationBuilder.DropTable(
                name: "Successions");

            migrationBuilder.DropTable(
                name: "Opportunities");

            migrationBuilder.DropTable(
                name: "ChainNodes");

            migrationBuilder.DropTable(
                name: "Chains");

            migrationBuilder.DropIndex(
                name: "IX_ParkAreas_ParentId",
                table: "ParkAreas");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Area",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Cell",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Stage",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Type",
                table: "Enterprises");

            migrationBuilder.DeleteData(
                table: "PublicStamps",
                keyColumn: "Topic",
                keyValue: "Chains");

            migrationBuilder.DeleteData(
                table: "PublicStamps",
                keyColumn: "Topic",
                keyValue: "Investment");

            migrationBuilder.DropColumn(
                name: "Issuer",
                table: "VaultDocuments");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "RosterTallies");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "ParkAreas");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "ParkAreas");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ParkAreas");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "IndustryTags");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "Enterprises");
        }
    }
}
