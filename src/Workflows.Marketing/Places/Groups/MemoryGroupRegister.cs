namespace Workflows.Marketing.Places.Groups;

/// <summary>Groups in memory, for back-tests, trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryGroupRegister : IGroupRegister
{
    private static readonly Dictionary<Guid, GroupSeat> Nobody = [];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, CustomerGroup> _groups = new(StringComparer.Ordinal);

    // By group: whether one has a free place is asked for every contact.
    private readonly Dictionary<string, Dictionary<Guid, GroupSeat>> _seats = new(StringComparer.Ordinal);

    // By group: when somebody of the staff last spoke there.
    private readonly Dictionary<string, DateTimeOffset> _spoken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Group, Guid Contact)> _keys = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<CustomerGroup?> FindAsync(int tenant, string id, CancellationToken cancellationToken) =>
        Locked(() => _groups.GetValueOrDefault(id));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CustomerGroup>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Locked<IReadOnlyList<CustomerGroup>>(() =>
            [.. _groups.Values.Where(group => after is null || string.CompareOrdinal(group.Id, after) > 0).Take(count)]
        );

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<CustomerGroup> groups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Locked(() =>
        {
            foreach (var group in groups)
            {
                _groups[group.Id] = group;
            }

            return groups.Count;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupSilence>> WatchAsync(
        int tenant,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Locked<IReadOnlyList<GroupSilence>>(() =>
        {
            List<GroupSilence> silent = [];
            foreach (var group in _groups.Values.Where(group => group.IsActive))
            {
                _spoken.TryAdd(group.Id, now);
                silent.Add(new GroupSilence(group, _spoken[group.Id]));
            }

            return silent;
        });

    /// <summary>Says that somebody of the staff spoke in a group.</summary>
    public Task SpeakAsync(string groupId, DateTimeOffset at) =>
        Locked(() => _spoken[groupId] = _spoken.TryGetValue(groupId, out var before) && before > at ? before : at);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, int>> CountByBotAsync(int tenant, CancellationToken cancellationToken) =>
        Locked<IReadOnlyDictionary<string, int>>(() =>
            _groups
                .Values.Where(group => group is { IsActive: true, BotId: not null })
                .CountBy(group => group.BotId!)
                .ToDictionary(StringComparer.Ordinal)
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupVacancy>> ListVacanciesAsync(
        int tenant,
        GroupChoice choice,
        CancellationToken cancellationToken
    ) =>
        Locked<IReadOnlyList<GroupVacancy>>(() =>
            [
                .. _groups
                    .Values.Where(group => IsChosen(group, choice))
                    .Select(group => new GroupVacancy(group, Free_NeedsLock(group, choice.Now)))
                    .OrderBy(vacancy => vacancy.Group.StoreId, StringComparer.Ordinal)
                    .ThenBy(vacancy => vacancy.Free)
                    .ThenBy(vacancy => vacancy.Group.Id, StringComparer.Ordinal),
            ]
        );

    /// <inheritdoc/>
    public Task<GroupSeat?> HoldAsync(int tenant, SeatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => Hold_NeedsLock(request));
    }

    /// <inheritdoc/>
    public Task<GroupSeat?> FindSeatAsync(int tenant, string key, CancellationToken cancellationToken) =>
        Locked(() => _keys.TryGetValue(key, out var place) ? Seat_NeedsLock(place) : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupSeat>> ListSeatsAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    ) =>
        Locked<IReadOnlyList<GroupSeat>>(() =>
            [
                .. _seats
                    .Values.Select(own => own.GetValueOrDefault(contactId))
                    .OfType<GroupSeat>()
                    .OrderBy(seat => seat.Since)
                    .ThenBy(seat => seat.GroupId, StringComparer.Ordinal),
            ]
        );

    /// <inheritdoc/>
    public Task JoinAsync(
        int tenant,
        string groupId,
        Guid contactId,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Locked(() => Move_NeedsLock(groupId, contactId, SeatState.Joined, at));

    /// <inheritdoc/>
    public Task LeaveAsync(
        int tenant,
        string groupId,
        Guid contactId,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Locked(() => Move_NeedsLock(groupId, contactId, SeatState.Left, at));

    private static bool IsChosen(CustomerGroup group, GroupChoice choice) =>
        group.IsActive
        && !(group.EndsAt <= choice.Now)
        && group.Purpose == choice.Purpose
        && string.Equals(group.Persona, choice.Persona, StringComparison.Ordinal)
        && (
            choice.StoreIds.Count == 0
                ? group.StoreId is null
                : group.StoreId is { } store && choice.StoreIds.Contains(store, StringComparer.Ordinal)
        );

    private GroupSeat? Hold_NeedsLock(SeatRequest request)
    {
        if (_keys.TryGetValue(request.Key, out var place))
        {
            return Seat_NeedsLock(place);
        }

        place = (request.GroupId, request.ContactId);
        var seat = Seat_NeedsLock(place);
        if (seat?.IsTaken(request.Now) != true)
        {
            if (
                !_groups.TryGetValue(request.GroupId, out var group)
                || !group.IsActive
                || group.EndsAt <= request.Now
                || Free_NeedsLock(group, request.Now) == 0
            )
            {
                return null;
            }

            seat = new GroupSeat(group.Id, request.ContactId, SeatState.Held, request.Now, request.HeldUntil);
            Sit_NeedsLock(seat);
        }

        _keys[request.Key] = place;
        return seat;
    }

    private int Move_NeedsLock(string groupId, Guid contactId, SeatState state, DateTimeOffset at)
    {
        var before = Seat_NeedsLock((groupId, contactId));
        if (before?.State == state)
        {
            return 0;
        }

        Sit_NeedsLock(new GroupSeat(groupId, contactId, state, at, HeldUntil: null));
        var change =
            state == SeatState.Joined ? 1
            : before?.State == SeatState.Joined ? -1
            : 0;
        if (_groups.TryGetValue(groupId, out var group))
        {
            _groups[groupId] = group with { Members = Math.Max(0, group.Members + change) };
        }

        return change;
    }

    private int Free_NeedsLock(CustomerGroup group, DateTimeOffset now) =>
        Math.Max(
            0,
            group.Capacity
                - group.Members
                - SeatsOf_NeedsLock(group.Id).Values.Count(seat => seat.State == SeatState.Held && seat.HeldUntil > now)
        );

    private GroupSeat? Seat_NeedsLock((string Group, Guid Contact) place) =>
        SeatsOf_NeedsLock(place.Group).GetValueOrDefault(place.Contact);

    private void Sit_NeedsLock(GroupSeat seat)
    {
        if (!_seats.TryGetValue(seat.GroupId, out var own))
        {
            _seats.Add(seat.GroupId, own = []);
        }

        own[seat.ContactId] = seat;
    }

    private Dictionary<Guid, GroupSeat> SeatsOf_NeedsLock(string groupId) =>
        _seats.TryGetValue(groupId, out var own) ? own : Nobody;

    private Task<T> Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return Task.FromResult(work());
        }
    }
}
