using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
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
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerCodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeptId = table.Column<int>(type: "int", nullable: false),
                    OtherId = table.Column<int>(type: "int", nullable: false),
                    KeptName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OtherCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OwnerId = table.Column<int>(type: "int", nullable: true),
                    OwnerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SplitOn = table.Column<DateOnly>(type: "date", nullable: true),
                    KeptVersion = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Moved = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    MergeId = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RowId = table.Column<int>(type: "int", nullable: false)
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
