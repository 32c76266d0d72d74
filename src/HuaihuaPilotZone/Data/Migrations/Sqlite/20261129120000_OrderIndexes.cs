using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_Id",
                table: "Orders",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_OrderNo",
                table: "Orders",
                columns: new[] { "EnterpriseId", "OrderNo" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_EnterpriseId_Id",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_EnterpriseId_OrderNo",
                table: "Orders");
        }
    }
}
