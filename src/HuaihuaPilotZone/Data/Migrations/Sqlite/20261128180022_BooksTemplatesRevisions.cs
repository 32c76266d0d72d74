using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BooksTemplatesRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "VaultDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "RemindedDays",
                table: "VaultDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BookParties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CustomsCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 462, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookParties_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BookProducts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemNo = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    OwnName = table.Column<string>(type: "TEXT", maxLength: 250, nullable: true),
                    HsCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Elements = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    BarCode = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Unit1 = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    PerUnit1 = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Unit2 = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    PerUnit2 = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Price = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Destination = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 543, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookProducts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookProducts_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftRevisions_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DraftTemplates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TradeMode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Origins = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    MadeFrom = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    GoodsSummary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ModeReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DraftTemplates_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BookParties_EnterpriseId_Name",
                table: "BookParties",
                columns: new[] { "EnterpriseId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookProducts_EnterpriseId_HsCode",
                table: "BookProducts",
                columns: new[] { "EnterpriseId", "HsCode" });

            migrationBuilder.CreateIndex(
                name: "IX_BookProducts_EnterpriseId_ItemNo",
                table: "BookProducts",
                columns: new[] { "EnterpriseId", "ItemNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DraftRevisions_At",
                table: "DraftRevisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DraftRevisions_DeclarationId_Version",
                table: "DraftRevisions",
                columns: new[] { "DeclarationId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftTemplates_EnterpriseId_Name",
                table: "DraftTemplates",
                columns: new[] { "EnterpriseId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookParties");

            migrationBuilder.DropTable(
                name: "BookProducts");

            migrationBuilder.DropTable(
                name: "DraftRevisions");

            migrationBuilder.DropTable(
                name: "DraftTemplates");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "VaultDocuments");

            migrationBuilder.DropColumn(
                name: "RemindedDays",
                table: "VaultDocuments");
        }
    }
}
