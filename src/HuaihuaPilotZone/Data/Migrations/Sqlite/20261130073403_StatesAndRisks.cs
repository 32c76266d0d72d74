using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedFrom",
                table: "Nodes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VehicleMark",
                table: "GateMoves",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChainPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChainId = table.Column<int>(type: "INTEGER", nullable: false),
                    PolicyId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CorridorId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnglishDescription = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Partners = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Documents = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EnglishDocuments = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LegId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Via = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EnglishVia = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    HasCooling = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Latitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Longitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    CoordinatesSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HasCustoms = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasColdStore = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesDangerousGoods = table.Column<bool>(type: "INTEGER", nullable: false),
                    HandlingMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    HandlingStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HandlingSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EnglishTitle = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnglishSummary = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EnglishBody = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CorridorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Days = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    LeavesAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    CutOffMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SuspendedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SuspensionReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LowestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    TakesDangerousGoods = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PriceSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PriceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
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
                    StateId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    LegId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    CorridorId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    First = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
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
                    StateId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LegId = table.Column<int>(type: "INTEGER", nullable: true),
                    ArrivesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    LeavesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    YuanPerContainer = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true)
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
        }
    }
}
