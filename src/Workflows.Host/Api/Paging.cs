using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.Host.Api;

/// <summary>How lists are cut into pages, the same for all of them.</summary>
internal static class Paging
{
    public const int DefaultLimit = 100;
    public const int LargestLimit = 1_000;

    /// <summary>What to answer where a limit is out of range.</summary>
    public static ProblemHttpResult? Mistake(int? limit) =>
        limit is < 1 or > LargestLimit ? Problems.BadRequest($"'limit' is a number from 1 to {LargestLimit}.") : null;

    /// <summary>A page of a list whose cursor is the name of the last entry.</summary>
    public static async Task<Results<Ok<Page<TBody>>, ProblemHttpResult>> ByNameAsync<TEntry, TBody>(
        string? after,
        int? limit,
        Func<string?, int, Task<IReadOnlyList<TEntry>>> list,
        Func<TEntry, string> nameOf,
        Func<TEntry, TBody> from
    )
    {
        if (Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var most = limit ?? DefaultLimit;
        var page = await list(after, most);
        var next = page.Count < most ? null : nameOf(page[^1]);
        return TypedResults.Ok(new Page<TBody>([.. page.Select(from)], next));
    }

    /// <summary>Reads a cursor that is an id; none at all is the first page.</summary>
    public static bool TryReadId(string? cursor, out Guid? id)
    {
        id = Guid.TryParse(cursor, out var parsed) ? parsed : null;
        return id is not null || string.IsNullOrEmpty(cursor);
    }

    /// <summary>Reads a cursor that is a number of entries to leave out; none at all is the first page.</summary>
    public static bool TryReadPlace(string? cursor, out int skip)
    {
        skip = 0;
        return string.IsNullOrEmpty(cursor)
            || int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }

    /// <summary>The cursor behind a page that left out <paramref name="skip"/> entries; null where the list ends with it.</summary>
    public static string? Next(int skip, int limit, int count) =>
        count < limit ? null : (skip + limit).ToString(CultureInfo.InvariantCulture);

    public static ProblemHttpResult UnknownCursor() =>
        Problems.BadRequest("'after' is not the 'next' of a page of this list.");
}
