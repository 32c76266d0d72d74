using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EventsAndConsignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Consignments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    OrderId = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Goods = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WaybillNo = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BookingNo = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FromPlace = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ToPlace = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TemperatureLow = table.Column<int>(type: "int", nullable: true),
                    TemperatureHigh = table.Column<int>(type: "int", nullable: true),
                    IsTrackable = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedById = table.Column<int>(type: "int", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TouchedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LookAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "ConsignmentContainers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(15)", maxLength: 15, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    DeclarationId = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<int>(type: "int", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ArrivalPlanned = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ArrivalEstimated = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ArrivalActual = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeparturePlanned = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DepartureEstimated = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DepartureActual = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                name: "Sensors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    Device = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastTemperature = table.Column<int>(type: "int", nullable: true),
                    LastLatitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    LastLongitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    ProviderId = table.Column<int>(type: "int", nullable: false),
                    EventId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Classifier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DocumentType = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OccursAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NodeId = table.Column<int>(type: "int", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ContainerNumber = table.Column<string>(type: "nvarchar(15)", maxLength: 15, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Replaces = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsReplaced = table.Column<bool>(type: "bit", nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsignmentId = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "SensorReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SensorId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Minute = table.Column<int>(type: "int", nullable: false),
                    Temperature = table.Column<int>(type: "int", nullable: true),
                    Latitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true),
                    Longitude = table.Column<decimal>(type: "decimal(19,5)", precision: 19, scale: 5, nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsignmentContainers");

            migrationBuilder.DropTable(
                name: "ConsignmentDeclarations");

            migrationBuilder.DropTable(
                name: "ConsignmentProviders");

            migrationBuilder.DropTable(
                name: "ConsignmentStops");

            migrationBuilder.DropTable(
                name: "SensorReadings");

            migrationBuilder.DropTable(
                name: "TrackingEvents");

            migrationBuilder.DropTable(
                name: "TransportAlerts");

            migrationBuilder.DropTable(
                name: "Sensors");

            migrationBuilder.DropTable(
                name: "Consignments");
        }
    }
}
