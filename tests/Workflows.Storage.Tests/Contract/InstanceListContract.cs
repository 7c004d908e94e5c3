using Workflows.Runtime.Execution;
using Workflows.Storage.Definitions;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Tests.Contract;

/// <summary>Lists of instances on both databases beside the same lists made in memory.</summary>
public abstract class InstanceListContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string DefinitionId, int Version, string Name)[] Versions =
    [
        ("d1", 1, "Old name"),
        ("d1", 2, "Welcome 100%"),
        ("d2", 1, "Win back"),
        ("d3", 7, "欢迎新客"),
        .. Enumerable.Range(1, 25).Select(number => ($"c{number}", 3, $"Crowd of {number}")),
    ];

    private static readonly InstanceFilter[] Filters =
    [
        new(),
        new() { DefinitionIds = ["d1"] },
        new() { DefinitionIds = ["d1", "d2"], Version = 1 },
        new() { Version = 7 },
        new() { Version = 8 },
        new() { Statuses = [WorkflowStatus.Running] },
        new() { Statuses = [WorkflowStatus.Finished], HasIncidents = false },
        new() { SubStatuses = [WorkflowSubStatus.Faulted, WorkflowSubStatus.Suspended] },
        new() { HasIncidents = true },
        new() { CorrelationId = "order-3" },
        new() { SearchTerm = "order-1" },
        new() { SearchTerm = "name 2" },
        new() { SearchTerm = "WELCOME" },
        new() { SearchTerm = "欢迎" },
        new() { SearchTerm = "crowd" },
        new() { SearchTerm = "0%" },
        new() { SearchTerm = Id(17).ToString() },
        new() { SearchTerm = "no such thing" },
        new() { Ids = [Id(3), Id(5), Id(99)] },
        Timed(InstanceTime.Created, from: 20, to: null),
        Timed(InstanceTime.Created, from: 10, to: 30),
        Timed(InstanceTime.Created, from: 10, to: 30, isOutside: true),
        Timed(InstanceTime.Updated, from: 60, to: null),
        Timed(InstanceTime.Updated, from: null, to: 50),
        Timed(InstanceTime.Updated, from: 40, to: 80),
        Timed(InstanceTime.Updated, from: 40, to: 80, isOutside: true),
        Timed(InstanceTime.Finished, from: 50, to: 90),
        Timed(InstanceTime.Finished, from: 50, to: 90, isOutside: true),
        Timed(InstanceTime.Updated, from: 30, to: null) with
        {
            Statuses = [WorkflowStatus.Finished],
            DefinitionIds = ["d1"],
        },
    ];

    private StoreRig _rig = null!;
    private List<InstanceRow> _rows = [];

    private InstanceLists Lists => _rig.Database!.Get<InstanceLists>();

    public async Task InitializeAsync()
    {
        _rig = await StoreRig.OnAsync(kind);
        await FillAsync();
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(InstanceOrder.Created, false)]
    [InlineData(InstanceOrder.Created, true)]
    [InlineData(InstanceOrder.Updated, false)]
    [InlineData(InstanceOrder.Updated, true)]
    [InlineData(InstanceOrder.Finished, false)]
    [InlineData(InstanceOrder.Finished, true)]
    [InlineData(InstanceOrder.Name, false)]
    [InlineData(InstanceOrder.Name, true)]
    public async Task List_EveryFilter_FindsPageAfterPageWhatMemoryFinds(InstanceOrder order, bool isDescending)
    {
        foreach (var filter in Filters)
        {
            var expected = InMemory(filter, order, isDescending);
            List<Guid> found = [];
            var total = 0;
            for (var skip = 0; skip < expected.Count + 7; skip += 7)
            {
                var page = new InstancePage(order, isDescending, skip, Take: 7);
                (var items, total) = await Lists.ListAsync(Tenant, filter, page, CancellationToken.None);
                found.AddRange(items.Select(item => item.Id));
            }

            Assert.True(expected.SequenceEqual(found), $"{filter}: {string.Join(", ", found)}");
            Assert.Equal(expected.Count, total);
        }
    }

    [Fact]
    public async Task List_OfAnotherTenant_IsEmpty()
    {
        var page = new InstancePage(InstanceOrder.Updated);

        var (items, total) = await Lists.ListAsync(Tenant + 1, new InstanceFilter(), page, CancellationToken.None);

        Assert.Empty(items);
        Assert.Equal(0, total);
    }

    private List<Guid> InMemory(InstanceFilter filter, InstanceOrder order, bool isDescending)
    {
        var rows = _rows.Where(row => Matches(row, filter)).ToList();
        rows.Sort((left, right) => Compare(left, right, order, isDescending ? -1 : 1));
        return [.. rows.Select(row => row.Id)];
    }

    private static bool Matches(InstanceRow row, InstanceFilter filter)
    {
        var version = Versions[row.DefinitionKey - 1];
        return (filter.Ids?.Contains(row.Id) ?? true)
            && (filter.DefinitionIds?.Contains(version.DefinitionId) ?? true)
            && (filter.Version is not { } number || number == version.Version)
            && (filter.CorrelationId is not { } correlation || Same(correlation, row.CorrelationId))
            && (filter.HasIncidents is not { } has || has == row.IncidentCount > 0)
            && (filter.Statuses?.Contains((WorkflowStatus)row.Status) ?? true)
            && (filter.SubStatuses?.Contains((WorkflowSubStatus)row.SubStatus) ?? true)
            && filter.Times.All(range => IsIn(row, range))
            && (filter.SearchTerm is not { } term || Has(row, version.DefinitionId, term));
    }

    private static bool IsIn(InstanceRow row, TimeRange range)
    {
        DateTimeOffset? time = range.Time switch
        {
            InstanceTime.Created => row.CreatedAt,
            InstanceTime.Updated => row.UpdatedAt,
            _ => row.FinishedAt,
        };
        return time is { } moment
            && ((range.From ?? moment) <= moment && moment <= (range.To ?? moment)) != range.IsOutside;
    }

    // A workflow is found by its present name; the beginning of a name or correlation id by exactly its letters.
    private static bool Has(InstanceRow row, string definitionId, string term) =>
        Same(row.Id.ToString(), term)
        || (row.Name?.StartsWith(term, StringComparison.Ordinal) ?? false)
        || (row.CorrelationId?.StartsWith(term, StringComparison.Ordinal) ?? false)
        || Versions
            .Last(version => Same(version.DefinitionId, definitionId))
            .Name.Contains(term, StringComparison.OrdinalIgnoreCase);

    private static int Compare(InstanceRow left, InstanceRow right, InstanceOrder order, int sign)
    {
        var byOrder = order switch
        {
            InstanceOrder.Updated => (left.UpdatedAt, left.Id).CompareTo((right.UpdatedAt, right.Id)),
            InstanceOrder.Finished when left.FinishedAt is null != right.FinishedAt is null => sign
                * (left.FinishedAt is null ? 1 : -1),
            InstanceOrder.Finished when left.FinishedAt is { } one && right.FinishedAt is { } other => (
                one,
                left.Id
            ).CompareTo((other, right.Id)),
            InstanceOrder.Name when left.Name is null != right.Name is null => sign * (left.Name is null ? 1 : -1),
            InstanceOrder.Name when left.Name is not null && !Same(left.Name, right.Name) => string.CompareOrdinal(
                left.Name,
                right.Name
            ),
            InstanceOrder.Name when left.Name is not null => left.Id.CompareTo(right.Id),
            _ => (left.CreatedAt, left.Id).CompareTo((right.CreatedAt, right.Id)),
        };
        return sign * byOrder;
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private async Task FillAsync()
    {
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        for (var version = 0; version < Versions.Length; version++)
        {
            context.Add(Version(version + 1));
        }

        var random = new Random(20260101);
        _rows = [.. Enumerable.Range(0, 60).Select(number => Row(number, random))];
        context.AddRange(_rows);
        context.AddRange(_rows.SelectMany(Turns));
        await context.SaveChangesAsync();
    }

    private static DefinitionVersionRow Version(int key)
    {
        var (definitionId, version, name) = Versions[key - 1];
        return new DefinitionVersionRow
        {
            Key = key,
            Tenant = Tenant,
            DefinitionId = definitionId,
            Version = version,
            Name = name,
            Json = "{}",
            IsLatest = key > 1,
            Revision = 1,
            CreatedAt = Start,
            UpdatedAt = Start,
        };
    }

    private static InstanceRow Row(int number, Random random)
    {
        var subStatus = (WorkflowSubStatus)random.Next(Enum.GetValues<WorkflowSubStatus>().Length);
        var isOver =
            subStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted;
        var createdAt = Start.AddMinutes(random.Next(40));
        var updatedAt = createdAt.AddMinutes(random.Next(60));
        return new InstanceRow
        {
            Id = Id(number),
            Tenant = Tenant,
            Subject = Id(number),
            DefinitionKey = random.Next(random.Next(2) == 0 ? 4 : Versions.Length) + 1,
            Status = (short)(isOver ? WorkflowStatus.Finished : WorkflowStatus.Running),
            SubStatus = (short)subStatus,
            CorrelationId = random.Next(3) == 0 ? null : $"order-{number}",
            Name = random.Next(2) == 0 ? null : $"name {random.Next(30)}",
            Revision = random.Next(1, 4),
            IncidentCount = (short)(random.Next(4) == 0 ? 1 : 0),
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            FinishedAt = isOver ? updatedAt : null,
            State = [],
        };
    }

    // One journal row a turn; the last one has the time of the instance.
    private static IEnumerable<JournalEntryRow> Turns(InstanceRow row) =>
        Enumerable
            .Range(1, row.Revision)
            .Select(revision => new JournalEntryRow
            {
                InstanceId = row.Id,
                Revision = revision,
                Tenant = Tenant,
                Subject = row.Subject,
                At = revision == row.Revision ? row.UpdatedAt : row.CreatedAt,
                Entries = [],
            });

    private static InstanceFilter Timed(InstanceTime time, int? from, int? to, bool isOutside = false) =>
        new() { Times = [new TimeRange(time, Minute(from), Minute(to), isOutside)] };

    private static DateTimeOffset? Minute(int? minutes) => minutes is { } some ? Start.AddMinutes(some) : null;

    // In an order of their own: neither the time of creation nor the number.
    private static Guid Id(int number) => new(number * 7919 % 1009, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, (byte)number]);
}
