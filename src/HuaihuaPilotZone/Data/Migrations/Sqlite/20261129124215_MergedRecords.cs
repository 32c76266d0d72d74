using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MergedRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Enterprises",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerCodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerCodes_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeptId = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OtherName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OtherCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SplitOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    KeptVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Moved = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterMerges_Enterprises_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterMerges_Enterprises_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergedRows",
                columns: table => new
                {
                    MergeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RowId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedRows", x => new { x.MergeId, x.Reference, x.RowId });
                    table.ForeignKey(
                        name: "FK_MergedRows_RosterMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "RosterMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_Id",
                table: "Orders",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_OrderNo",
                table: "Orders",
                columns: new[] { "EnterpriseId", "OrderNo" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_MergedIntoId",
                table: "Enterprises",
                column: "MergedIntoId",
                filter: "[MergedIntoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FormerCodes_Code_EnterpriseId",
                table: "FormerCodes",
                columns: new[] { "Code", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerCodes_EnterpriseId",
                table: "FormerCodes",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterMerges_At_Id",
                table: "RosterMerges",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMerges_KeptId",
                table: "RosterMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterMerges_Kind_State_At",
                table: "RosterMerges",
                columns: new[] { "Kind", "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMerges_OtherId",
                table: "RosterMerges",
                column: "OtherId");

            migrationBuilder.AddForeignKey(
                name: "FK_Enterprises_Enterprises_MergedIntoId",
                table: "Enterprises",
                column: "MergedIntoId",
                principalTable: "Enterprises",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Enterprises_Enterprises_MergedIntoId",
                table: "Enterprises");

            migrationBuilder.DropTable(
                name: "FormerCodes");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "RosterMerges");

            migrationBuilder.DropIndex(
                name: "IX_Orders_EnterpriseId_Id",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_EnterpriseId_OrderNo",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_MergedIntoId",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Enterprises");
        }
    }
}
