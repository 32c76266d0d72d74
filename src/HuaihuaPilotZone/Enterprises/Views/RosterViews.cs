using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Views;

/// <summary>Views of the roster that people save for themselves or for all staff.</summary>
public sealed class RosterViews(PortalDbContext db, Actor actor)
{
    /// <summary>Of one person's own.</summary>
    public const int Most = 12;

    private const int MostShared = 20;

    /// <summary>The person's own views and the shared ones of others.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(CancellationToken cancellation) =>
    [
        .. await Shown(db.RosterViews.Where(v => v.OwnerId == actor.UserId), isMine: true).Take(Most).ToListAsync(cancellation),
        .. await Shown(db.RosterViews.Where(v => v.IsShared && v.OwnerId != actor.UserId), isMine: false).Take(MostShared).ToListAsync(cancellation),
    ];

    /// <summary>Saves a view.</summary>
    /// <param name="address">Query string without its question mark.</param>
    public async Task<Outcome<int>> SaveAsync(string? name, string? address, bool isShared, CancellationToken cancellation)
    {
        var kept = Texts.Tidy(name);
        if (actor.UserId is not { } owner) return Outcome.Refused("请先登录。");
        if (kept is null || kept.Length > RosterView.NameMaxLength) return Outcome.Refused("Name", $"请填写视图名称，最多 {RosterView.NameMaxLength} 个字。");
        if (address?.Length > RosterView.AddressMaxLength) return Outcome.Refused("筛选条件太长，不能存为视图。");
        if (await db.RosterViews.CountAsync(v => v.OwnerId == owner, cancellation) >= Most) return Outcome.Refused($"最多保存 {Most} 个视图，请先删除不用的。");
        var view = new RosterView
        {
            Name = kept,
            Address = address ?? "",
            OwnerId = owner,
            OwnerName = actor.Name,
            IsShared = isShared,
        };
        db.RosterViews.Add(view);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return view.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.RosterViews.AnyAsync(v => v.OwnerId == owner && v.Name == kept, cancellation)) throw;
            return Outcome.Refused("Name", "您已有同名的视图，请换一个名称。");
        }
    }

    /// <summary>Deletes one of the person's own views.</summary>
    public async Task<Outcome> DeleteAsync(int id, CancellationToken cancellation) =>
        await db.RosterViews.Where(v => v.Id == id && v.OwnerId == actor.UserId).ExecuteDeleteAsync(cancellation) == 1 ? Outcome.Done : Outcome.Missing("没有这个视图，或不是自己的。");

    private static IQueryable<SavedView> Shown(IQueryable<RosterView> views, bool isMine) =>
        views.OrderBy(v => v.Id).Select(v => new SavedView(v.Id, v.Name, v.Address, v.OwnerName, v.IsShared, isMine));
}

/// <summary>A view as a tab of the roster.</summary>
/// <param name="Address">Query string without its question mark.</param>
public sealed record SavedView(int Id, string Name, string Address, string OwnerName, bool IsShared, bool IsMine);
