using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Editorial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Audience",
                table: "PolicyDocuments",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CardBenefit",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CardConditions",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CardHow",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CardUntil",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "CardWho",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "PolicyDocuments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "PolicyDocuments",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Genre",
                table: "PolicyDocuments",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Keywords",
                table: "PolicyDocuments",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OpennessBasis",
                table: "PolicyDocuments",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "PolicyDocuments",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "PolicyDocuments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RelationsText",
                table: "PolicyDocuments",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "PolicyDocuments",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "PolicyDocuments",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "PolicyDocuments",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "PolicyDocuments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "PolicyDocuments",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "PolicyDocuments",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "PolicyDocuments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "PolicyDocuments",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "PolicyDocuments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "PolicyDocuments",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "News",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "News",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Interprets",
                table: "News",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "InterpretsId",
                table: "News",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "News",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "News",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "News",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "News",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "News",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "News",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "News",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "News",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "News",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "News",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "News",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "News",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "NewsColumns",
                columns: table => new
                {
                    Column = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RhythmDays = table.Column<int>(type: "int", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsColumns", x => x.Column);
                });

            migrationBuilder.CreateTable(
                name: "PolicyRelations",
                columns: table => new
                {
                    FromId = table.Column<int>(type: "int", nullable: false),
                    ToId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyRelations", x => new { x.FromId, x.ToId, x.Kind });
                    table.ForeignKey(
                        name: "FK_PolicyRelations_PolicyDocuments_FromId",
                        column: x => x.FromId,
                        principalTable: "PolicyDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PolicyRelations_PolicyDocuments_ToId",
                        column: x => x.ToId,
                        principalTable: "PolicyDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Word = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Replacement = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsBanned = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TextId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Draft = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReviewedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RepealedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextVersions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyDocuments_PublishAt",
                table: "PolicyDocuments",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_News_InterpretsId",
                table: "News",
                column: "InterpretsId");

            migrationBuilder.CreateIndex(
                name: "IX_News_PublishAt",
                table: "News",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyRelations_ToId",
                table: "PolicyRelations",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWords_Word",
                table: "SensitiveWords",
                column: "Word",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextVersions_Subject_TextId_Number",
                table: "TextVersions",
                columns: new[] { "Subject", "TextId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_News_PolicyDocuments_InterpretsId",
                table: "News",
                column: "InterpretsId",
                principalTable: "PolicyDocuments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_News_PolicyDocuments_InterpretsId",
                table: "News");

            migrationBuilder.DropTable(
                name: "NewsColumns");

            migrationBuilder.DropTable(
                name: "PolicyRelations");

            migrationBuilder.DropTable(
                name: "SensitiveWords");

            migrationBuilder.DropTable(
                name: "TextVersions");

            migrationBuilder.DropIndex(
                name: "IX_PolicyDocuments_PublishAt",
                table: "PolicyDocuments");

            migrationBuilder.DropIndex(
                name: "IX_News_InterpretsId",
                table: "News");

            migrationBuilder.DropIndex(
                name: "IX_News_PublishAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CardBenefit",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CardConditions",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CardHow",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CardUntil",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CardWho",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Genre",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Keywords",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "OpennessBasis",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "RelationsText",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Interprets",
                table: "News");

            migrationBuilder.DropColumn(
                name: "InterpretsId",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "News");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "News");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "News");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "News");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "News");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "News");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "News");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "News");
        }
    }
}
