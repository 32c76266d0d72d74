using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RiskReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_State_From_Id",
                table: "RiskNotices");

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "RiskNotices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "RiskNotices",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "RiskNotices",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "RiskNotices",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "RiskNotices",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "RiskNotices",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "RiskNotices",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "RiskNotices",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "RiskNotices",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "RiskNotices",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "RiskNotices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "RiskNotices",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "RiskNotices",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            // notices from before they went the editors' way
            migrationBuilder.Sql("UPDATE RiskNotices SET CreatedAt = COALESCE(PublishedAt, '2026-11-30 00:00:00'), UpdatedAt = COALESCE(PublishedAt, '2026-11-30 00:00:00'), RevisedAt = PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_From",
                table: "RiskNotices",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_PublishAt",
                table: "RiskNotices",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_State_From_Id_Until",
                table: "RiskNotices",
                columns: new[] { "State", "From", "Id", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_State_PublishedAt_Id",
                table: "RiskNotices",
                columns: new[] { "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_Step_UpdatedAt",
                table: "RiskNotices",
                columns: new[] { "Step", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_Until",
                table: "RiskNotices",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_From",
                table: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_PublishAt",
                table: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_State_From_Id_Until",
                table: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_State_PublishedAt_Id",
                table: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_Step_UpdatedAt",
                table: "RiskNotices");

            migrationBuilder.DropIndex(
                name: "IX_RiskNotices_Until",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "RiskNotices");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "RiskNotices");

            migrationBuilder.CreateIndex(
                name: "IX_RiskNotices_State_From_Id",
                table: "RiskNotices",
                columns: new[] { "State", "From", "Id" });
        }
    }
}
