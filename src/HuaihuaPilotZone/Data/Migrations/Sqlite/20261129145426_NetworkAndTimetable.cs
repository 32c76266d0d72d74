using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NetworkAndTimetable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DistanceKm",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "DistanceSource",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "DistanceStatus",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "Time",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "TimeSource",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "TimeStatus",
                table: "Legs");

            migrationBuilder.AddColumn<string>(
                name: "CoordinatesSource",
                table: "Nodes",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HandlingMinutes",
                table: "Nodes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandlingSource",
                table: "Nodes",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandlingStatus",
                table: "Nodes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasColdStore",
                table: "Nodes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "Nodes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TakesDangerousGoods",
                table: "Nodes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Nodes",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Asia/Shanghai");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Nodes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasCooling",
                table: "Legs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "Legs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Legs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Corridors",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "Corridors",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishDocuments",
                table: "Corridors",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Corridors",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CorridorStandings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CorridorId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorridorStandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CorridorStandings_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegValues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LegId = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegValues_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NetworkNotices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: true),
                    LegId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnglishTitle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EnglishText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkNotices", x => x.Id);
                    table.CheckConstraint("CK_NetworkNotices_Place", "(\"NodeId\" IS NULL AND \"LegId\" IS NOT NULL) OR (\"NodeId\" IS NOT NULL AND \"LegId\" IS NULL)");
                    table.CheckConstraint("CK_NetworkNotices_Source", "\"Source\" <> ''");
                    table.ForeignKey(
                        name: "FK_NetworkNotices_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkNotices_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScheduledServices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
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
                    PriceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduledServices", x => x.Id);
                    table.CheckConstraint("CK_ScheduledServices_Source", "\"Source\" <> ''");
                    table.ForeignKey(
                        name: "FK_ScheduledServices_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeavesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CutOffAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ArrivesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Booked = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsChanged = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departures", x => x.Id);
                    table.CheckConstraint("CK_Departures_Booked", "\"Booked\" >= 0");
                    table.ForeignKey(
                        name: "FK_Departures_ScheduledServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "ScheduledServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ServiceStops",
                columns: table => new
                {
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LegId = table.Column<int>(type: "INTEGER", nullable: true),
                    ArrivesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    LeavesAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    YuanPerContainer = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceStops", x => new { x.ServiceId, x.Position });
                    table.ForeignKey(
                        name: "FK_ServiceStops_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceStops_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ServiceStops_ScheduledServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "ScheduledServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepartureStops",
                columns: table => new
                {
                    DepartureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LegId = table.Column<int>(type: "INTEGER", nullable: true),
                    ArrivesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeavesAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartureStops", x => new { x.DepartureId, x.Position });
                    table.ForeignKey(
                        name: "FK_DepartureStops_Departures_DepartureId",
                        column: x => x.DepartureId,
                        principalTable: "Departures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartureStops_Legs_LegId",
                        column: x => x.LegId,
                        principalTable: "Legs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartureStops_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Nodes_Name",
                table: "Nodes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CorridorStandings_CorridorId_From",
                table: "CorridorStandings",
                columns: new[] { "CorridorId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departures_LeavesAt_Id",
                table: "Departures",
                columns: new[] { "LeavesAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Departures_Number",
                table: "Departures",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departures_ServiceId_Day",
                table: "Departures",
                columns: new[] { "ServiceId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartureStops_LegId",
                table: "DepartureStops",
                column: "LegId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartureStops_NodeId_DepartureId",
                table: "DepartureStops",
                columns: new[] { "NodeId", "DepartureId" });

            migrationBuilder.CreateIndex(
                name: "IX_LegValues_LegId_Quantity_From",
                table: "LegValues",
                columns: new[] { "LegId", "Quantity", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NetworkNotices_From_Id",
                table: "NetworkNotices",
                columns: new[] { "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NetworkNotices_LegId_From",
                table: "NetworkNotices",
                columns: new[] { "LegId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_NetworkNotices_NodeId_From",
                table: "NetworkNotices",
                columns: new[] { "NodeId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledServices_Code",
                table: "ScheduledServices",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledServices_CorridorId",
                table: "ScheduledServices",
                column: "CorridorId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStops_LegId",
                table: "ServiceStops",
                column: "LegId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStops_NodeId",
                table: "ServiceStops",
                column: "NodeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CorridorStandings");

            migrationBuilder.DropTable(
                name: "DepartureStops");

            migrationBuilder.DropTable(
                name: "LegValues");

            migrationBuilder.DropTable(
                name: "NetworkNotices");

            migrationBuilder.DropTable(
                name: "ServiceStops");

            migrationBuilder.DropTable(
                name: "Departures");

            migrationBuilder.DropTable(
                name: "ScheduledServices");

            migrationBuilder.DropIndex(
                name: "IX_Nodes_Name",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "CoordinatesSource",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "HandlingMinutes",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "HandlingSource",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "HandlingStatus",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "HasColdStore",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "IsClosed",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "TakesDangerousGoods",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Nodes");

            migrationBuilder.DropColumn(
                name: "HasCooling",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "IsClosed",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Legs");

            migrationBuilder.DropColumn(
                name: "Contact",
                table: "Corridors");

            migrationBuilder.DropColumn(
                name: "Documents",
                table: "Corridors");

            migrationBuilder.DropColumn(
                name: "EnglishDocuments",
                table: "Corridors");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Corridors");

            migrationBuilder.AddColumn<decimal>(
                name: "DistanceKm",
                table: "Legs",
                type: "TEXT",
                precision: 19,
                scale: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DistanceSource",
                table: "Legs",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DistanceStatus",
                table: "Legs",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Time",
                table: "Legs",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeSource",
                table: "Legs",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeStatus",
                table: "Legs",
                type: "TEXT",
                maxLength: 40,
                nullable: true);
        }
    }
}
