using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SiteAndDeadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "InspectionSlots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    FromMinute = table.Column<int>(type: "int", nullable: false),
                    UntilMinute = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Booked = table.Column<int>(type: "int", nullable: false),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectionSlots", x => x.Id);
                    table.CheckConstraint("CK_InspectionSlots_Booked", "\"Booked\" >= 0 AND \"Booked\" <= \"Capacity\"");
                });

            migrationBuilder.CreateTable(
                name: "SlotPatterns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Days = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromMinute = table.Column<int>(type: "int", nullable: false),
                    UntilMinute = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Capacity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotPatterns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "YardPositions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Block = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Bay = table.Column<int>(type: "int", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Tier = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YardPositions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InspectionBookings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SlotId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    DeclarationId = table.Column<int>(type: "int", nullable: true),
                    Places = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BookedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BookedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BookedById = table.Column<int>(type: "int", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "YardStays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Container = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: true),
                    Load = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Size = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    InAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OutAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PositionId = table.Column<int>(type: "int", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                name: "InspectionContainers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BookingId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Latin1_General_100_BIN2")
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
                name: "GateMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StayId = table.Column<int>(type: "int", nullable: false),
                    Container = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Vehicle = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsComparedWithBox = table.Column<bool>(type: "bit", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBackBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TakenBackReason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StayId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
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
                name: "GateMoves");

            migrationBuilder.DropTable(
                name: "InspectionContainers");

            migrationBuilder.DropTable(
                name: "SlotPatterns");

            migrationBuilder.DropTable(
                name: "YardShifts");

            migrationBuilder.DropTable(
                name: "InspectionBookings");

            migrationBuilder.DropTable(
                name: "YardStays");

            migrationBuilder.DropTable(
                name: "InspectionSlots");

            migrationBuilder.DropTable(
                name: "YardPositions");
        }
    }
}
