using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WorkingPublic : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChainPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ChainId = table.Column<int>(type: "int", nullable: false),
                    PolicyId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainPolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChainPolicies_Chains_ChainId",
                        column: x => x.ChainId,
                        principalTable: "Chains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChainPolicies_PolicyDocuments_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "PolicyDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskNotices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishTitle = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Summary = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishSummary = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnglishBody = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskNotices", x => x.Id);
                    table.CheckConstraint("CK_RiskNotices_Source", "\"Source\" <> ''");
                });

            migrationBuilder.CreateTable(
                name: "RiskCorridors",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    CorridorId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskCorridors", x => new { x.NoticeId, x.CorridorId });
                    table.ForeignKey(
                        name: "FK_RiskCorridors_Corridors_CorridorId",
                        column: x => x.CorridorId,
                        principalTable: "Corridors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskCorridors_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskCountries",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskCountries", x => new { x.NoticeId, x.Code });
                    table.ForeignKey(
                        name: "FK_RiskCountries_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskDeliveries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    EnterpriseId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskDeliveries_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskDeliveries_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskGoods",
                columns: table => new
                {
                    NoticeId = table.Column<int>(type: "int", nullable: false),
                    Prefix = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    First = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Last = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskGoods", x => new { x.NoticeId, x.Prefix });
                    table.ForeignKey(
                        name: "FK_RiskGoods_RiskNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "RiskNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BookProducts_HsCode_EnterpriseId",
                table: "BookProducts",
                columns: new[] { "HsCode", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChainPolicies_ChainId_PolicyId",
                table: "ChainPolicies",
                columns: new[] { "ChainId", "PolicyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChainPolicies_PolicyId",
                table: "ChainPolicies",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskCorridors_CorridorId",
                table: "RiskCorridors",
                column: "CorridorId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskDeliveries_EnterpriseId",
                table: "RiskDeliveries",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskDeliveries_NoticeId_EnterpriseId",
                table: "RiskDeliveries",
                columns: new[] { "NoticeId", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_Number",
                table: "RiskNotices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_State_From_Id",
                table: "RiskNotices",
                columns: new[] { "State", "From", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChainPolicies");

            migrationBuilder.DropTable(
                name: "RiskCorridors");

            migrationBuilder.DropTable(
                name: "RiskCountries");

            migrationBuilder.DropTable(
                name: "RiskDeliveries");

            migrationBuilder.DropTable(
                name: "RiskGoods");

            migrationBuilder.DropTable(
                name: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_BookProducts_HsCode_EnterpriseId",
                table: "BookProducts");
        }
    }
}
