using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardBenefit",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardConditions",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardHow",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardUntil",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CardWho",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Genre",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Keywords",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpennessBasis",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RelationsText",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "PolicyDocuments",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "News",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Interprets",
                table: "News",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InterpretsId",
                table: "News",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "News",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "News",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "News",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "News",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "News",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "News",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "News",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "News",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "News",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "NewsColumns",
                columns: table => new
                {
                    Column = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RhythmDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsColumns", x => x.Column);
                });

            migrationBuilder.CreateTable(
                name: "PolicyRelations",
                columns: table => new
                {
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Replacement = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IsBanned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RepealedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
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
