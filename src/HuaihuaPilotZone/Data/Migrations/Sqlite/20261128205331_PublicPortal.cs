using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicPortal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PublicStamps",
                columns: table => new
                {
                    Topic = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicStamps", x => x.Topic);
                });

            migrationBuilder.InsertData(
                table: "PublicStamps",
                columns: new[] { "Topic", "Stamp" },
                values: new object[,]
                {
                    { "Corridors", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Enterprises", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Figures", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Letters", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "News", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Policies", new Guid("00000000-0000-0000-0000-000000000000") },
                    { "Services", new Guid("00000000-0000-0000-0000-000000000000") }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PublicStamps");
        }
    }
}
