using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrdersAndOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Once",
                table: "ImportGroups",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordNo = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    TradeMode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    PlatformCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    GoodsSummary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    GoodsCount = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodsValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Orders_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Orders_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportGroups_BatchId_Once",
                table: "ImportGroups",
                columns: new[] { "BatchId", "Once" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_DeclarationId",
                table: "Orders",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_PlatformCode_OrderNo",
                table: "Orders",
                columns: new[] { "EnterpriseId", "PlatformCode", "OrderNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_RecordNo",
                table: "Orders",
                column: "RecordNo",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_ImportGroups_BatchId_Once",
                table: "ImportGroups");

            migrationBuilder.DropColumn(
                name: "Once",
                table: "ImportGroups");
        }
    }
}
