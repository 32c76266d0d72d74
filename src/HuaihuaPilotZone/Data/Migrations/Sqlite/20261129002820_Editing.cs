using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Editing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "SiteFindings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "News",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDemonstration",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "PolicyKeywords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    InsteadId = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyKeywords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyKeywords_PolicyKeywords_InsteadId",
                        column: x => x.InsteadId,
                        principalTable: "PolicyKeywords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteIndicatorKeepers",
                columns: table => new
                {
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteIndicatorKeepers", x => x.Indicator);
                    table.ForeignKey(
                        name: "FK_SiteIndicatorKeepers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyKeywords_InsteadId",
                table: "PolicyKeywords",
                column: "InsteadId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyKeywords_Word",
                table: "PolicyKeywords",
                column: "Word",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SiteIndicatorKeepers_UserId",
                table: "SiteIndicatorKeepers",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PolicyKeywords");

            migrationBuilder.DropTable(
                name: "SiteIndicatorKeepers");

            migrationBuilder.DropIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "SiteFindings");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "News");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "IsDemonstration",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "EnglishVersions");
        }
    }
}
