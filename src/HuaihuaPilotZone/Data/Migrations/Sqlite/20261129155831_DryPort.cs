using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DryPort : Migration
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
                name: "CargoIntents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HsPrefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kilograms = table.Column<int>(type: "INTEGER", nullable: false),
                    Litres = table.Column<int>(type: "INTEGER", nullable: false),
                    OriginId = table.Column<int>(type: "INTEGER", nullable: false),
                    DestinationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadyOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LatestOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LowestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    IsDangerous = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CargoIntents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CargoIntents_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CargoIntents_Nodes_DestinationId",
                        column: x => x.DestinationId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CargoIntents_Nodes_OriginId",
                        column: x => x.OriginId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderId = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WaybillNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BookingNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FromPlace = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ToPlace = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    TemperatureLow = table.Column<int>(type: "INTEGER", nullable: true),
                    TemperatureHigh = table.Column<int>(type: "INTEGER", nullable: true),
                    IsTrackable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TouchedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LookAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consignments_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consignments_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "InspectionSlots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FromMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Booked = table.Column<int>(type: "INTEGER", nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionSlots", x => x.Id);
                    table.CheckConstraint("CK_InspectionSlots_Booked", "\"Booked\" >= 0 AND \"Booked\" <= \"Capacity\"");
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
                name: "QuoteRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    FromPlace = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ToPlace = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Containers20 = table.Column<int>(type: "INTEGER", nullable: false),
                    Containers40 = table.Column<int>(type: "INTEGER", nullable: false),
                    Kilograms = table.Column<int>(type: "INTEGER", nullable: true),
                    Litres = table.Column<int>(type: "INTEGER", nullable: true),
                    LowestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    IsDangerous = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadyOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteRequests_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
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
                name: "SlotPatterns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Days = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    FromMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotPatterns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Warehouses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Operator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DailyLitres = table.Column<int>(type: "INTEGER", nullable: true),
                    LowestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Warehouses", x => x.Id);
                    table.CheckConstraint("CK_Warehouses_Source", "\"Source\" <> ''");
                });

            migrationBuilder.CreateTable(
                name: "YardPositions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Block = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Bay = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YardPositions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentContainers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentContainers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsignmentContainers_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentDeclarations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentDeclarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsignmentDeclarations_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsignmentDeclarations_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentProviders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentProviders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsignmentProviders_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsignmentProviders_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentStops",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ArrivalPlanned = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ArrivalEstimated = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ArrivalActual = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeparturePlanned = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DepartureEstimated = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DepartureActual = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentStops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsignmentStops_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsignmentStops_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Replans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CauseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    OldArrivesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NewArrivesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OldCents = table.Column<long>(type: "INTEGER", nullable: true),
                    NewCents = table.Column<long>(type: "INTEGER", nullable: true),
                    OldGrams = table.Column<long>(type: "INTEGER", nullable: true),
                    NewGrams = table.Column<long>(type: "INTEGER", nullable: true),
                    Kilograms = table.Column<int>(type: "INTEGER", nullable: false),
                    IsWeightKnown = table.Column<bool>(type: "INTEGER", nullable: false),
                    Containers = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Replans_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sensors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastTemperature = table.Column<int>(type: "INTEGER", nullable: true),
                    LastLatitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    LastLongitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sensors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sensors_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrackingEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProviderId = table.Column<int>(type: "INTEGER", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Classifier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    DocumentType = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    OccursAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NodeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ContainerNumber = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Replaces = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IsReplaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackingEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackingEvents_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackingEvents_Enterprises_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackingEvents_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransportAlerts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsignmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransportAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TransportAlerts_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionBookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SlotId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    BookedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BookedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BookedById = table.Column<int>(type: "INTEGER", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionBookings", x => x.Id);
                    table.CheckConstraint("CK_InspectionBookings_Places", "\"Places\" > 0");
                    table.ForeignKey(
                        name: "FK_InspectionBookings_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionBookings_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InspectionBookings_InspectionSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "InspectionSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuoteInvitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProviderId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Cents = table.Column<long>(type: "INTEGER", nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuoteInvitations_Enterprises_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuoteInvitations_QuoteRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "QuoteRequests",
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
                name: "InboundBookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WarehouseId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Litres = table.Column<int>(type: "INTEGER", nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboundBookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InboundBookings_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InboundBookings_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InboundBookings_Warehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "Warehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockLevels",
                columns: table => new
                {
                    WarehouseId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockLevels", x => new { x.WarehouseId, x.ProductId });
                    table.CheckConstraint("CK_StockLevels_Quantity", "\"Quantity\" >= 0");
                    table.ForeignKey(
                        name: "FK_StockLevels_BookProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "BookProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockLevels_Warehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "Warehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WarehouseId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<int>(type: "INTEGER", nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    Left = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockMoves_BookProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "BookProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockMoves_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockMoves_Warehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "Warehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WarehouseDays",
                columns: table => new
                {
                    WarehouseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BookedLitres = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarehouseDays", x => new { x.WarehouseId, x.Day });
                    table.CheckConstraint("CK_WarehouseDays_Booked", "\"BookedLitres\" >= 0");
                    table.ForeignKey(
                        name: "FK_WarehouseDays_Warehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "Warehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YardStays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Container = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: true),
                    Load = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    InAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YardStays", x => x.Id);
                    table.CheckConstraint("CK_YardStays_Out", "\"OutAt\" IS NULL OR \"OutAt\" >= \"InAt\"");
                    table.ForeignKey(
                        name: "FK_YardStays_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_YardStays_YardPositions_PositionId",
                        column: x => x.PositionId,
                        principalTable: "YardPositions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplanRides",
                columns: table => new
                {
                    ReplanId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Departure = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LeavesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ArrivesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Cents = table.Column<long>(type: "INTEGER", nullable: false),
                    Grams = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplanRides", x => new { x.ReplanId, x.Position });
                    table.ForeignKey(
                        name: "FK_ReplanRides_Nodes_FromId",
                        column: x => x.FromId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReplanRides_Nodes_ToId",
                        column: x => x.ToId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReplanRides_Replans_ReplanId",
                        column: x => x.ReplanId,
                        principalTable: "Replans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SensorReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SensorId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Minute = table.Column<int>(type: "INTEGER", nullable: false),
                    Temperature = table.Column<int>(type: "INTEGER", nullable: true),
                    Latitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Longitude = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensorReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensorReadings_Sensors_SensorId",
                        column: x => x.SensorId,
                        principalTable: "Sensors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InspectionContainers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionContainers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InspectionContainers_InspectionBookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "InspectionBookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransportOrders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: false),
                    InvitationId = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProviderId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlacedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PlacedById = table.Column<int>(type: "INTEGER", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransportOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TransportOrders_Enterprises_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransportOrders_Enterprises_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransportOrders_QuoteInvitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "QuoteInvitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransportOrders_QuoteRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "QuoteRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartureId = table.Column<int>(type: "INTEGER", nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Slots = table.Column<int>(type: "INTEGER", nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GrossKilograms = table.Column<int>(type: "INTEGER", nullable: false),
                    LowestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    HighestTemperature = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    IsDangerous = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Queue = table.Column<int>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookings_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Departures_DepartureId",
                        column: x => x.DepartureId,
                        principalTable: "Departures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Nodes_FromId",
                        column: x => x.FromId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Nodes_ToId",
                        column: x => x.ToId,
                        principalTable: "Nodes",
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

            migrationBuilder.CreateTable(
                name: "GateMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StayId = table.Column<int>(type: "INTEGER", nullable: false),
                    Container = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Vehicle = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsComparedWithBox = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TakenBackReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GateMoves_YardStays_StayId",
                        column: x => x.StayId,
                        principalTable: "YardStays",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YardShifts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StayId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YardShifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YardShifts_YardStays_StayId",
                        column: x => x.StayId,
                        principalTable: "YardStays",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BookedContainers",
                columns: table => new
                {
                    BookingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookedContainers", x => new { x.BookingId, x.Type });
                    table.CheckConstraint("CK_BookedContainers_Count", "\"Count\" > 0");
                    table.ForeignKey(
                        name: "FK_BookedContainers_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedContainers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DepartureId = table.Column<int>(type: "INTEGER", nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PriceCents = table.Column<long>(type: "INTEGER", nullable: false),
                    PriceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PriceSource = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BookingId = table.Column<int>(type: "INTEGER", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedContainers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedContainers_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedContainers_Departures_DepartureId",
                        column: x => x.DepartureId,
                        principalTable: "Departures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedContainers_Nodes_FromId",
                        column: x => x.FromId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedContainers_Nodes_ToId",
                        column: x => x.ToId,
                        principalTable: "Nodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SharedParts",
                columns: table => new
                {
                    SharedContainerId = table.Column<int>(type: "INTEGER", nullable: false),
                    IntentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ShareCents = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedParts", x => new { x.SharedContainerId, x.IntentId });
                    table.ForeignKey(
                        name: "FK_SharedParts_CargoIntents_IntentId",
                        column: x => x.IntentId,
                        principalTable: "CargoIntents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SharedParts_SharedContainers_SharedContainerId",
                        column: x => x.SharedContainerId,
                        principalTable: "SharedContainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Nodes_Name",
                table: "Nodes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_DeclarationId",
                table: "Bookings",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_DepartureId_State_Queue",
                table: "Bookings",
                columns: new[] { "DepartureId", "State", "Queue" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_EnterpriseId_Id",
                table: "Bookings",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_FromId",
                table: "Bookings",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Number",
                table: "Bookings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_State_Id",
                table: "Bookings",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ToId",
                table: "Bookings",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_CargoIntents_DestinationId",
                table: "CargoIntents",
                column: "DestinationId");

            migrationBuilder.CreateIndex(
                name: "IX_CargoIntents_EnterpriseId_Id",
                table: "CargoIntents",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CargoIntents_Number",
                table: "CargoIntents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CargoIntents_OriginId",
                table: "CargoIntents",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_CargoIntents_State_OriginId_DestinationId",
                table: "CargoIntents",
                columns: new[] { "State", "OriginId", "DestinationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentContainers_ConsignmentId_Number",
                table: "ConsignmentContainers",
                columns: new[] { "ConsignmentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentContainers_Number",
                table: "ConsignmentContainers",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentDeclarations_ConsignmentId_DeclarationId",
                table: "ConsignmentDeclarations",
                columns: new[] { "ConsignmentId", "DeclarationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentDeclarations_DeclarationId",
                table: "ConsignmentDeclarations",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentProviders_ConsignmentId_EnterpriseId",
                table: "ConsignmentProviders",
                columns: new[] { "ConsignmentId", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentProviders_EnterpriseId",
                table: "ConsignmentProviders",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_BookingNo",
                table: "Consignments",
                column: "BookingNo");

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_EnterpriseId_Id",
                table: "Consignments",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_LookAt",
                table: "Consignments",
                column: "LookAt");

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_Number",
                table: "Consignments",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_OrderId",
                table: "Consignments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_WaybillNo",
                table: "Consignments",
                column: "WaybillNo");

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentStops_ConsignmentId_Sequence",
                table: "ConsignmentStops",
                columns: new[] { "ConsignmentId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentStops_NodeId",
                table: "ConsignmentStops",
                column: "NodeId");

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
                name: "IX_GateMoves_At_Id",
                table: "GateMoves",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GateMoves_Container_Id",
                table: "GateMoves",
                columns: new[] { "Container", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GateMoves_Day_Direction",
                table: "GateMoves",
                columns: new[] { "Day", "Direction" });

            migrationBuilder.CreateIndex(
                name: "IX_GateMoves_StayId",
                table: "GateMoves",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundBookings_DeclarationId",
                table: "InboundBookings",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_InboundBookings_EnterpriseId_Id",
                table: "InboundBookings",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InboundBookings_Number",
                table: "InboundBookings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboundBookings_WarehouseId_Day",
                table: "InboundBookings",
                columns: new[] { "WarehouseId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionBookings_DeclarationId",
                table: "InspectionBookings",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionBookings_EnterpriseId_Id",
                table: "InspectionBookings",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionBookings_Number",
                table: "InspectionBookings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectionBookings_SlotId_Id",
                table: "InspectionBookings",
                columns: new[] { "SlotId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionBookings_State_Id",
                table: "InspectionBookings",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InspectionContainers_BookingId_Number",
                table: "InspectionContainers",
                columns: new[] { "BookingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InspectionContainers_Number",
                table: "InspectionContainers",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_InspectionSlots_Day_FromMinute_Place",
                table: "InspectionSlots",
                columns: new[] { "Day", "FromMinute", "Place" },
                unique: true);

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
                name: "IX_QuoteInvitations_ProviderId_Id",
                table: "QuoteInvitations",
                columns: new[] { "ProviderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_QuoteInvitations_RequestId_ProviderId",
                table: "QuoteInvitations",
                columns: new[] { "RequestId", "ProviderId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuoteRequests_EnterpriseId_Id",
                table: "QuoteRequests",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_QuoteRequests_Number",
                table: "QuoteRequests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReplanRides_FromId",
                table: "ReplanRides",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_ReplanRides_ToId",
                table: "ReplanRides",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_Replans_ConsignmentId_Cause_CauseId",
                table: "Replans",
                columns: new[] { "ConsignmentId", "Cause", "CauseId" },
                unique: true);

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
                name: "IX_SensorReadings_At",
                table: "SensorReadings",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SensorReadings_SensorId_At",
                table: "SensorReadings",
                columns: new[] { "SensorId", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sensors_ConsignmentId_Device",
                table: "Sensors",
                columns: new[] { "ConsignmentId", "Device" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStops_LegId",
                table: "ServiceStops",
                column: "LegId");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceStops_NodeId",
                table: "ServiceStops",
                column: "NodeId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_BookingId",
                table: "SharedContainers",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_DepartureId",
                table: "SharedContainers",
                column: "DepartureId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_FromId",
                table: "SharedContainers",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_Number",
                table: "SharedContainers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_State_AnswerBy",
                table: "SharedContainers",
                columns: new[] { "State", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_SharedContainers_ToId",
                table: "SharedContainers",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_SharedParts_IntentId",
                table: "SharedParts",
                column: "IntentId");

            migrationBuilder.CreateIndex(
                name: "IX_StockLevels_ProductId",
                table: "StockLevels",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_StockMoves_DeclarationId",
                table: "StockMoves",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_StockMoves_ProductId_Id",
                table: "StockMoves",
                columns: new[] { "ProductId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StockMoves_WarehouseId_Id",
                table: "StockMoves",
                columns: new[] { "WarehouseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_Code_OccursAt",
                table: "TrackingEvents",
                columns: new[] { "Code", "OccursAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_ConsignmentId_OccursAt",
                table: "TrackingEvents",
                columns: new[] { "ConsignmentId", "OccursAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_NodeId",
                table: "TrackingEvents",
                column: "NodeId");

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_ProviderId_EventId",
                table: "TrackingEvents",
                columns: new[] { "ProviderId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_ProviderId_Replaces",
                table: "TrackingEvents",
                columns: new[] { "ProviderId", "Replaces" },
                filter: "[Replaces] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TransportAlerts_ClosedAt_Id",
                table: "TransportAlerts",
                columns: new[] { "ClosedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TransportAlerts_ConsignmentId_Rule_Subject",
                table: "TransportAlerts",
                columns: new[] { "ConsignmentId", "Rule", "Subject" },
                unique: true,
                filter: "[ClosedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TransportOrders_CustomerId_Id",
                table: "TransportOrders",
                columns: new[] { "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TransportOrders_InvitationId",
                table: "TransportOrders",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_TransportOrders_Number",
                table: "TransportOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TransportOrders_ProviderId_Id",
                table: "TransportOrders",
                columns: new[] { "ProviderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TransportOrders_RequestId",
                table: "TransportOrders",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Warehouses_Name",
                table: "Warehouses",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YardPositions_Code",
                table: "YardPositions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YardShifts_StayId_Id",
                table: "YardShifts",
                columns: new[] { "StayId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_Container_Id",
                table: "YardStays",
                columns: new[] { "Container", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_EnterpriseId",
                table: "YardStays",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_InAt",
                table: "YardStays",
                column: "InAt");

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_InYard",
                table: "YardStays",
                column: "Container",
                unique: true,
                filter: "[OutAt] IS NULL AND [TakenBackAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_OutAt",
                table: "YardStays",
                column: "OutAt");

            migrationBuilder.CreateIndex(
                name: "IX_YardStays_PositionId",
                table: "YardStays",
                column: "PositionId",
                unique: true,
                filter: "[PositionId] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookedContainers");

            migrationBuilder.DropTable(
                name: "ConsignmentContainers");

            migrationBuilder.DropTable(
                name: "ConsignmentDeclarations");

            migrationBuilder.DropTable(
                name: "ConsignmentProviders");

            migrationBuilder.DropTable(
                name: "ConsignmentStops");

            migrationBuilder.DropTable(
                name: "CorridorStandings");

            migrationBuilder.DropTable(
                name: "DepartureStops");

            migrationBuilder.DropTable(
                name: "GateMoves");

            migrationBuilder.DropTable(
                name: "InboundBookings");

            migrationBuilder.DropTable(
                name: "InspectionContainers");

            migrationBuilder.DropTable(
                name: "LegValues");

            migrationBuilder.DropTable(
                name: "NetworkNotices");

            migrationBuilder.DropTable(
                name: "ReplanRides");

            migrationBuilder.DropTable(
                name: "SensorReadings");

            migrationBuilder.DropTable(
                name: "ServiceStops");

            migrationBuilder.DropTable(
                name: "SharedParts");

            migrationBuilder.DropTable(
                name: "SlotPatterns");

            migrationBuilder.DropTable(
                name: "StockLevels");

            migrationBuilder.DropTable(
                name: "StockMoves");

            migrationBuilder.DropTable(
                name: "TrackingEvents");

            migrationBuilder.DropTable(
                name: "TransportAlerts");

            migrationBuilder.DropTable(
                name: "TransportOrders");

            migrationBuilder.DropTable(
                name: "WarehouseDays");

            migrationBuilder.DropTable(
                name: "YardShifts");

            migrationBuilder.DropTable(
                name: "InspectionBookings");

            migrationBuilder.DropTable(
                name: "Replans");

            migrationBuilder.DropTable(
                name: "Sensors");

            migrationBuilder.DropTable(
                name: "CargoIntents");

            migrationBuilder.DropTable(
                name: "SharedContainers");

            migrationBuilder.DropTable(
                name: "QuoteInvitations");

            migrationBuilder.DropTable(
                name: "Warehouses");

            migrationBuilder.DropTable(
                name: "YardStays");

            migrationBuilder.DropTable(
                name: "InspectionSlots");

            migrationBuilder.DropTable(
                name: "Consignments");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "QuoteRequests");

            migrationBuilder.DropTable(
                name: "YardPositions");

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
