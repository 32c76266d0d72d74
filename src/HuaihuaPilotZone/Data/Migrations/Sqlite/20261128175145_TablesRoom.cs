using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TablesRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis",
                table: "Submissions",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InputHash",
                table: "Submissions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CodeTableImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Effective = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    BaseNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LineCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NewCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UntouchedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ProblemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFaultless = table.Column<bool>(type: "INTEGER", nullable: false),
                    Problems = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeTableImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodeTableImports_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CodeTableRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RowKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RowId = table.Column<int>(type: "INTEGER", nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeTableRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodeWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodeTableRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OldCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    More = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true),
                    Line = table.Column<int>(type: "INTEGER", nullable: true),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReplacesId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsRemoval = table.Column<bool>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: true),
                    Until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeTableRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodeTableRows_CodeTableImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CodeTableImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CodeTableVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Table = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RestoredNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    NewCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeTableVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodeTableVersions_CodeTableImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CodeTableImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableImports_FileId",
                table: "CodeTableImports",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableRevisions_RowKind_RowId_Since",
                table: "CodeTableRevisions",
                columns: new[] { "RowKind", "RowId", "Since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableRows_ImportId_Change",
                table: "CodeTableRows",
                columns: new[] { "ImportId", "Change" });

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableRows_ReplacesId",
                table: "CodeTableRows",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableRows_Table_Code",
                table: "CodeTableRows",
                columns: new[] { "Table", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableRows_Table_Hash",
                table: "CodeTableRows",
                columns: new[] { "Table", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableVersions_ImportId",
                table: "CodeTableVersions",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_CodeTableVersions_Table_Number",
                table: "CodeTableVersions",
                columns: new[] { "Table", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CodeWords_Table_Code_Word",
                table: "CodeWords",
                columns: new[] { "Table", "Code", "Word" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CodeTableRevisions");

            migrationBuilder.DropTable(
                name: "CodeTableRows");

            migrationBuilder.DropTable(
                name: "CodeTableVersions");

            migrationBuilder.DropTable(
                name: "CodeWords");

            migrationBuilder.DropTable(
                name: "CodeTableImports");

            migrationBuilder.DropColumn(
                name: "Basis",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "InputHash",
                table: "Submissions");
        }
    }
}
