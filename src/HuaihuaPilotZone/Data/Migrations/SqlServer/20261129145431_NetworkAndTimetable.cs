using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
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
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "HandlingMinutes",
                table: "Nodes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandlingSource",
                table: "Nodes",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "HandlingStatus",
                table: "Nodes",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "HasColdStore",
                table: "Nodes",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "Nodes",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TakesDangerousGoods",
                table: "Nodes",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Nodes",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Asia/Shanghai",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Nodes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasCooling",
                table: "Legs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "Legs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Legs",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Corridors",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Documents",
                table: "Corridors",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "EnglishDocuments",
                table: "Corridors",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Corridors",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CorridorStandings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CorridorId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LegId = table.Column<int>(type: "int", nullable: false),
                    Quantity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NodeId = table.Column<int>(type: "int", nullable: true),
                    LegId = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishTitle = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishText = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    PriceStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ServiceId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    LeavesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CutOffAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ArrivesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Booked = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsChanged = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    ServiceId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<int>(type: "int", nullable: false),
                    LegId = table.Column<int>(type: "int", nullable: true),
                    ArrivesAfter = table.Column<int>(type: "int", nullable: false),
                    LeavesAfter = table.Column<int>(type: "int", nullable: false),
                    YuanPerContainer = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true)
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
                    DepartureId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<int>(type: "int", nullable: false),
                    LegId = table.Column<int>(type: "int", nullable: true),
                    ArrivesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeavesAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                type: "decimal(19,5)",
                precision: 19,
                scale: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DistanceSource",
                table: "Legs",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "DistanceStatus",
                table: "Legs",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Time",
                table: "Legs",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "TimeSource",
                table: "Legs",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "TimeStatus",
                table: "Legs",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }
    }
}
