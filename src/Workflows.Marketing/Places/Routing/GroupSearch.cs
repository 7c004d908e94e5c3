using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Places.Routing;

/// <summary>One contact's search for a place; remembers why it has not found one yet.</summary>
internal sealed class GroupSearch(
    IGroupRegister groups,
    int tenant,
    GroupWish wish,
    CancellationToken cancellationToken
)
{
    private Store? _nearest;
    private bool _sawGroup;

    /// <summary>The route that was found before under the same key, or the group of the wish the contact sits in.</summary>
    public async Task<GroupRoute?> RepeatAsync()
    {
        if (await groups.FindSeatAsync(tenant, wish.Key, cancellationToken) is { } held)
        {
            return await FoundAsync(held.GroupId, RouteReason.AlreadyThere);
        }

        foreach (var seat in await SeatsAsync())
        {
            if (
                seat.State == SeatState.Joined
                && await groups.FindAsync(tenant, seat.GroupId, cancellationToken) is { IsActive: true } group
                && group.Purpose == wish.Purpose
                && wish.Persona is { } persona
                && persona.Equals(group.Persona, StringComparison.Ordinal)
            )
            {
                return new GroupRoute.Found(RouteReason.AlreadyThere, group);
            }
        }

        return null;
    }

    public async Task<ILookup<string, GroupVacancy>> VacanciesAsync(IReadOnlyCollection<string> stores)
    {
        var choice = new GroupChoice(stores, wish.Purpose, wish.Persona, wish.Now);
        var found = await groups.ListVacanciesAsync(tenant, choice, cancellationToken);
        _sawGroup |= found.Count > 0;
        return found.ToLookup(vacancy => vacancy.Group.StoreId ?? "", StringComparer.Ordinal);
    }

    public async Task<GroupRoute?> TryAsync(
        StoreNearby near,
        ILookup<string, GroupVacancy> vacancies,
        RouteReason reason
    )
    {
        _nearest ??= near.Store;
        double? distance = wish.Position is null ? null : near.Distance;
        return await HoldFirstAsync(vacancies[near.Store.Id]) is { } group
            ? await WithLeavingAsync(new GroupRoute.Found(reason, group, near.Store, distance))
            : null;
    }

    public async Task<GroupRoute> ByFeaturesAsync()
    {
        var vacancies = await VacanciesAsync([]);
        return await HoldFirstAsync(vacancies[""]) is { } group
            ? await WithLeavingAsync(new GroupRoute.Found(RouteReason.Features, group))
            : new GroupRoute.None(_sawGroup ? RouteReason.AllFull : RouteReason.NoSuchGroup);
    }

    public async Task<GroupRoute?> DefaultAsync() =>
        wish.DefaultGroupId is { Length: > 0 } id && await HoldAsync(id) is not null
            ? await FoundAsync(id, RouteReason.DefaultGroup)
            : null;

    public GroupRoute Nowhere() =>
        _nearest is null ? new GroupRoute.None(RouteReason.NoStoreInRadius)
        : _sawGroup ? new GroupRoute.None(RouteReason.AllFull, _nearest)
        : new GroupRoute.None(RouteReason.NoSuchGroup, _nearest);

    private async Task<CustomerGroup?> HoldFirstAsync(IEnumerable<GroupVacancy> vacancies)
    {
        foreach (var vacancy in vacancies.Where(vacancy => vacancy.Free > 0))
        {
            // Somebody else may have been faster with the last place.
            if (await HoldAsync(vacancy.Group.Id) is not null)
            {
                return vacancy.Group;
            }
        }

        return null;
    }

    private Task<GroupSeat?> HoldAsync(string group) =>
        groups.HoldAsync(
            tenant,
            new SeatRequest(wish.Key, group, wish.ContactId, wish.Now, wish.Now + wish.HoldFor),
            cancellationToken
        );

    private async Task<GroupRoute?> FoundAsync(string id, RouteReason reason) =>
        await groups.FindAsync(tenant, id, cancellationToken) is { } group
            ? await WithLeavingAsync(new GroupRoute.Found(reason, group))
            : null;

    private async Task<GroupRoute.Found> WithLeavingAsync(GroupRoute.Found found)
    {
        if (found.Group.Family is not { } family)
        {
            return found;
        }

        foreach (var seat in await SeatsAsync())
        {
            if (
                !seat.GroupId.Equals(found.Group.Id, StringComparison.Ordinal)
                && await groups.FindAsync(tenant, seat.GroupId, cancellationToken) is { } other
                && family.Equals(other.Family, StringComparison.Ordinal)
            )
            {
                return found with { LeavesGroupId = seat.GroupId };
            }
        }

        return found;
    }

    private async Task<IEnumerable<GroupSeat>> SeatsAsync() =>
        (await groups.ListSeatsAsync(tenant, wish.ContactId, cancellationToken)).Where(seat => seat.IsTaken(wish.Now));
}
