using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
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
