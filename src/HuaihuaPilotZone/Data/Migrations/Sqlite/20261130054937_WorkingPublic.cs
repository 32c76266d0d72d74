using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChainId = table.Column<int>(type: "INTEGER", nullable: false),
                    PolicyId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EnglishTitle = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnglishSummary = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EnglishBody = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    CorridorId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    First = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
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
