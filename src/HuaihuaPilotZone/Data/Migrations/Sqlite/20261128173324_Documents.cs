using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Submissions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "List");

            // the kind of a submission is that of its document; nothing that was ever submitted has changed its kind since
            migrationBuilder.Sql("UPDATE Submissions SET Kind = (SELECT d.Kind FROM Declarations AS d WHERE d.Id = Submissions.DeclarationId)");

            migrationBuilder.CreateTable(
                name: "DeclarationSources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclarationSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeclarationSources_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeclarationSources_Declarations_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnedQuantities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: false),
                    Quantity1 = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: false),
                    Quantity2 = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedQuantities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedQuantities_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedQuantities_Declarations_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnLedgers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Takings = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnLedgers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnLedgers_Declarations_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeclarationSources_DeclarationId_SourceId",
                table: "DeclarationSources",
                columns: new[] { "DeclarationId", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeclarationSources_SourceId",
                table: "DeclarationSources",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedQuantities_DeclarationId",
                table: "ReturnedQuantities",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedQuantities_SourceId_Line_DeclarationId",
                table: "ReturnedQuantities",
                columns: new[] { "SourceId", "Line", "DeclarationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnLedgers_SourceId",
                table: "ReturnLedgers",
                column: "SourceId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeclarationSources");

            migrationBuilder.DropTable(
                name: "ReturnedQuantities");

            migrationBuilder.DropTable(
                name: "ReturnLedgers");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Submissions");
        }
    }
}
