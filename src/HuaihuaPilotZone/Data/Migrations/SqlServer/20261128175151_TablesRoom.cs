using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
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
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "InputHash",
                table: "Submissions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "CodeTableImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Table = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FileId = table.Column<int>(type: "int", nullable: false),
                    IsComplete = table.Column<bool>(type: "bit", nullable: false),
                    Effective = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Verified = table.Column<bool>(type: "bit", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BaseNumber = table.Column<int>(type: "int", nullable: false),
                    LineCount = table.Column<int>(type: "int", nullable: false),
                    NewCount = table.Column<int>(type: "int", nullable: false),
                    ChangedCount = table.Column<int>(type: "int", nullable: false),
                    EndedCount = table.Column<int>(type: "int", nullable: false),
                    UntouchedCount = table.Column<int>(type: "int", nullable: false),
                    ProblemCount = table.Column<int>(type: "int", nullable: false),
                    IsFaultless = table.Column<bool>(type: "bit", nullable: false),
                    Problems = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VersionNumber = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RowKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RowId = table.Column<int>(type: "int", nullable: false),
                    Values = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeTableRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodeWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Table = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Word = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CodeTableRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Table = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OldCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Verified = table.Column<bool>(type: "bit", nullable: false),
                    More = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ImportId = table.Column<int>(type: "int", nullable: true),
                    Line = table.Column<int>(type: "int", nullable: true),
                    Change = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReplacesId = table.Column<int>(type: "int", nullable: true),
                    IsRemoval = table.Column<bool>(type: "bit", nullable: false),
                    Since = table.Column<int>(type: "int", nullable: true),
                    Until = table.Column<int>(type: "int", nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Table = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SourceDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ImportId = table.Column<int>(type: "int", nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FileHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RestoredNumber = table.Column<int>(type: "int", nullable: true),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    NewCount = table.Column<int>(type: "int", nullable: false),
                    ChangedCount = table.Column<int>(type: "int", nullable: false),
                    EndedCount = table.Column<int>(type: "int", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false)
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
