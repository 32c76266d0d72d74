using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DirectoryAndShowcase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "RosterTallies",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "Enterprises",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE Enterprises SET Visibility = CASE WHEN IsPublic = 1 AND SuspendedAt IS NULL AND Stage <> 'Left' THEN 'Shown' ELSE 'Hidden' END");
            migrationBuilder.Sql("DELETE FROM RosterTallies");
            migrationBuilder.Sql("INSERT INTO RosterTallies (Stage, Type, ParkAreaId, Visibility, Change) SELECT Stage, Type, ParkAreaId, Visibility, COUNT(*) FROM Enterprises GROUP BY Stage, Type, ParkAreaId, Visibility");

            migrationBuilder.CreateTable(
                name: "ShowcaseItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "IX_ShowcaseItems_EnterpriseId_Kind_Name",
                table: "ShowcaseItems",
                columns: new[] { "EnterpriseId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShowcaseItems_State_MovedAt",
                table: "ShowcaseItems",
                columns: new[] { "State", "MovedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShowcaseItems");

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

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "RosterTallies");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "Enterprises");
        }
    }
}
