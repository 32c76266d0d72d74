using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StatesAndRisks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ProviderId",
                table: "Sensors",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedFrom",
                table: "Nodes",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Vehicle",
                table: "GateMoves",
                type: "nvarchar(176)",
                maxLength: 176,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(30)",
                oldMaxLength: 30,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "VehicleMark",
                table: "GateMoves",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "ChainPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ChainId = table.Column<int>(type: "int", nullable: false),
                    PolicyId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainPolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChainPolicies_Chains_ChainId",
                        column: x => x.ChainId,
                        principalTable: "Chains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChainPolicies_PolicyDocuments_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "PolicyDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CorridorStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CorridorId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishDescription = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Partners = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Documents = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EnglishDocuments = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorridorStates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CorridorStates_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LegId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Via = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EnglishVia = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HasCooling = table.Column<bool>(type: "bit", nullable: false),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegStates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegStates_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NodeStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NodeId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CountryCode = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TimeZone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Latitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    Longitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    CoordinatesSource = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HasCustoms = table.Column<bool>(type: "bit", nullable: false),
                    HasColdStore = table.Column<bool>(type: "bit", nullable: false),
                    TakesDangerousGoods = table.Column<bool>(type: "bit", nullable: false),
                    HandlingMinutes = table.Column<int>(type: "int", nullable: true),
                    HandlingStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    HandlingSource = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    ClosedFrom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NodeStates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NodeStates_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskNotices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishTitle = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Summary = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishSummary = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishBody = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskNotices", x => x.Id);
                    table.CheckConstraint("CK_RiskNotices_Source", "\"Source\" <> ''");
                });

            migrationBuilder.CreateTable(
                name: "ServiceStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ServiceId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CorridorId = table.Column<int>(type: "int", nullable: true),
                    Carrier = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Days = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    LeavesAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    CutOffMinutes = table.Column<int>(type: "int", nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspensionReason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LowestTemperature = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    TakesDangerousGoods = table.Column<bool>(type: "bit", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PriceSource = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PriceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceStates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceStates_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceStates_ScheduledServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "ScheduledServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CorridorStateLegs",
                columns: table => new
                {
                    StateId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    LegId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorridorStateLegs", x => new { x.StateId, x.Position });
                    table.ForeignKey(
                        name: "FK_CorridorStateLegs_CorridorStates_StateId",
                        column: x => x.StateId,
                        principalTable: "CorridorStates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorridorStateLegs_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskCorridors",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    CorridorId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskCorridors", x => new { x.NoticeId, x.CorridorId });
                    table.ForeignKey(
                        name: "FK_RiskCorridors_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskCorridors_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskCountries",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskCountries", x => new { x.NoticeId, x.Code });
                    table.ForeignKey(
                        name: "FK_RiskCountries_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskDeliveries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskDeliveries_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskDeliveries_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskGoods",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    First = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Last = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskGoods", x => new { x.NoticeId, x.Prefix });
                    table.ForeignKey(
                        name: "FK_RiskGoods_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceStateStops",
                columns: table => new
                {
                    StateId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<int>(type: "int", nullable: false),
                    LegId = table.Column<int>(type: "int", nullable: true),
                    ArrivesAfter = table.Column<int>(type: "int", nullable: false),
                    LeavesAfter = table.Column<int>(type: "int", nullable: false),
                    YuanPerContainer = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceStateStops", x => new { x.StateId, x.Position });
                    table.ForeignKey(
                        name: "FK_ServiceStateStops_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceStateStops_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceStateStops_ServiceStates_StateId",
                        column: x => x.StateId,
                        principalTable: "ServiceStates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_IsDemonstration_TakenBackAt",
                table: "YardStays",
                columns: new[] { "IsDemonstration", "TakenBackAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_GivenUpAt",
                table: "WebhookDeliveries",
                column: "GivenUpAt",
                filter: "[GivenUpAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TransportAlerts_ConsignmentId_Id",
                table: "TransportAlerts",
                columns: new[] { "ConsignmentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_OccursAt_Id",
                table: "TrackingEvents",
                columns: new[] { "OccursAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sensors_ProviderId",
                table: "Sensors",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_GivenUpAt_Id",
                table: "OutgoingMails",
                columns: new[] { "GivenUpAt", "Id" },
                filter: "[GivenUpAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_Kind_DeliveredAt",
                table: "OutgoingMails",
                columns: new[] { "Kind", "DeliveredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ReceivedAt_Id",
                table: "Letters",
                columns: new[] { "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GateMoves_VehicleMark",
                table: "GateMoves",
                column: "VehicleMark",
                filter: "[VehicleMark] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BookProducts_HsCode_EnterpriseId",
                table: "BookProducts",
                columns: new[] { "HsCode", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChainPolicies_ChainId_PolicyId",
                table: "ChainPolicies",
                columns: new[] { "ChainId", "PolicyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChainPolicies_PolicyId",
                table: "ChainPolicies",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_CorridorStateLegs_LegId",
                table: "CorridorStateLegs",
                column: "LegId");

            migrationBuilder.CreateIndex(
                name: "IX_CorridorStates_CorridorId_From",
                table: "CorridorStates",
                columns: new[] { "CorridorId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegStates_LegId_From",
                table: "LegStates",
                columns: new[] { "LegId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NodeStates_NodeId_From",
                table: "NodeStates",
                columns: new[] { "NodeId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskCorridors_CorridorId",
                table: "RiskCorridors",
                column: "CorridorId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskDeliveries_EnterpriseId",
                table: "RiskDeliveries",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskDeliveries_NoticeId_EnterpriseId",
                table: "RiskDeliveries",
                columns: new[] { "NoticeId", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_Number",
                table: "RiskNotices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_State_From_Id",
                table: "RiskNotices",
                columns: new[] { "State", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStates_CorridorId",
                table: "ServiceStates",
                column: "CorridorId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStates_ServiceId_Since",
                table: "ServiceStates",
                columns: new[] { "ServiceId", "Since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStateStops_LegId",
                table: "ServiceStateStops",
                column: "LegId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStateStops_NodeId",
                table: "ServiceStateStops",
                column: "NodeId");

            migrationBuilder.AddForeignKey(
                name: "FK_Sensors_Enterprises_ProviderId",
                table: "Sensors",
                column: "ProviderId",
                principalTable: "Enterprises",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                INSERT INTO "NodeStates" ("NodeId", "From", "Name", "EnglishName", "Kind", "CountryCode", "TimeZone", "Latitude", "Longitude", "CoordinatesSource", "HasCustoms", "HasColdStore", "TakesDangerousGoods", "HandlingMinutes", "HandlingStatus", "HandlingSource", "IsClosed", "ClosedFrom")
                SELECT "Id", '0001-01-01', "Name", "EnglishName", "Kind", "CountryCode", "TimeZone", "Latitude", "Longitude", "CoordinatesSource", "HasCustoms", "HasColdStore", "TakesDangerousGoods", "HandlingMinutes", "HandlingStatus", "HandlingSource", "IsClosed", "ClosedFrom" FROM "Nodes"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "LegStates" ("LegId", "From", "Via", "EnglishVia", "HasCooling", "IsClosed")
                SELECT "Id", '0001-01-01', "Via", "EnglishVia", "HasCooling", "IsClosed" FROM "Legs"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "CorridorStates" ("CorridorId", "From", "Name", "EnglishName", "Description", "EnglishDescription", "Partners", "Source", "SourceAddress", "Documents", "EnglishDocuments", "Contact")
                SELECT "Id", '0001-01-01', "Name", "EnglishName", "Description", "EnglishDescription", "Partners", "Source", "SourceAddress", "Documents", "EnglishDocuments", "Contact" FROM "Corridors"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "CorridorStateLegs" ("StateId", "Position", "LegId")
                SELECT s."Id", l."Position", l."LegId" FROM "CorridorLegs" l JOIN "CorridorStates" s ON s."CorridorId" = l."CorridorId"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "ServiceStates" ("ServiceId", "Since", "Name", "EnglishName", "CorridorId", "Carrier", "Days", "LeavesAt", "CutOffMinutes", "Capacity", "From", "Until", "SuspendedFrom", "SuspensionReason", "LowestTemperature", "HighestTemperature", "TakesDangerousGoods", "Source", "SourceStatus", "PriceSource", "PriceStatus")
                SELECT "Id", '0001-01-01', "Name", "EnglishName", "CorridorId", "Carrier", "Days", "LeavesAt", "CutOffMinutes", "Capacity", "From", "Until", "SuspendedFrom", "SuspensionReason", "LowestTemperature", "HighestTemperature", "TakesDangerousGoods", "Source", "SourceStatus", "PriceSource", "PriceStatus" FROM "ScheduledServices"
                """);
            migrationBuilder.Sql("""
                INSERT INTO "ServiceStateStops" ("StateId", "Position", "NodeId", "LegId", "ArrivesAfter", "LeavesAfter", "YuanPerContainer")
                SELECT s."Id", p."Position", p."NodeId", p."LegId", p."ArrivesAfter", p."LeavesAfter", p."YuanPerContainer" FROM "ServiceStops" p JOIN "ServiceStates" s ON s."ServiceId" = p."ServiceId"
                """);
            migrationBuilder.Sql("""
                UPDATE "Sensors" SET "ProviderId" = (SELECT MIN(COALESCE(e."MergedIntoId", e."Id")) FROM "JournalLines" l
                JOIN "JournalChanges" c ON c."JournalLineId" = l."Id" JOIN "Consignments" k ON k."Number" = l."SubjectKey"
                JOIN "Enterprises" e ON e."CreditCode" = c."NewValue" OR EXISTS (SELECT 1 FROM "FormerCodes" f WHERE f."Code" = c."NewValue" AND f."EnterpriseId" = e."Id")
                WHERE l."Subject" = 'consignment' AND l."Act" = 'consignment.sensor-heard' AND k."Id" = "Sensors"."ConsignmentId" AND l."Note" = "Sensors"."Device")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Sensors_Enterprises_ProviderId",
                table: "Sensors");

            migrationBuilder.DropTable(
                name: "ChainPolicies");

            migrationBuilder.DropTable(
                name: "CorridorStateLegs");

            migrationBuilder.DropTable(
                name: "LegStates");

            migrationBuilder.DropTable(
                name: "NodeStates");

            migrationBuilder.DropTable(
                name: "RiskCorridors");

            migrationBuilder.DropTable(
                name: "RiskCountries");

            migrationBuilder.DropTable(
                name: "RiskDeliveries");

            migrationBuilder.DropTable(
                name: "RiskGoods");

            migrationBuilder.DropTable(
                name: "ServiceStateStops");

            migrationBuilder.DropTable(
                name: "CorridorStates");

            migrationBuilder.DropTable(
                name: "RiskNotices");

            migrationBuilder.DropTable(
                name: "ServiceStates");

            migrationBuilder.DropIndex(
                name: "IX_YardStays_IsDemonstration_TakenBackAt",
                table: "YardStays");

            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_GivenUpAt",
                table: "WebhookDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_TransportAlerts_ConsignmentId_Id",
                table: "TransportAlerts");

            migrationBuilder.DropIndex(
                name: "IX_TrackingEvents_OccursAt_Id",
                table: "TrackingEvents");

            migrationBuilder.DropIndex(
                name: "IX_Sensors_ProviderId",
                table: "Sensors");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_GivenUpAt_Id",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_Kind_DeliveredAt",
                table: "OutgoingMails");

            migrationBuilder.DropIndex(
                name: "IX_Letters_ReceivedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_GateMoves_VehicleMark",
                table: "GateMoves");

            migrationBuilder.DropIndex(
                name: "IX_BookProducts_HsCode_EnterpriseId",
                table: "BookProducts");

            migrationBuilder.DropColumn(
                name: "ProviderId",
                table: "Sensors");

            migrationBuilder.DropColumn(
                name: "ClosedFrom",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "VehicleMark",
                table: "GateMoves");

            migrationBuilder.AlterColumn<string>(
                name: "Vehicle",
                table: "GateMoves",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(176)",
                oldMaxLength: 176,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");
        }
    }
}
