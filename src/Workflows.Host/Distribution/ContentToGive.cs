namespace Workflows.Host.Distribution;

/// <summary>Which content is to be given to whom.</summary>
/// <param name="Id">The name of the distribution; the content's id and the time unless given. The same one twice is one distribution.</param>
/// <param name="Staff">User ids of members of the staff.</param>
/// <param name="Stores">Stores whose active staff gets it.</param>
/// <param name="DueBy">Until when it is to be used; tasks that are not done then end.</param>
/// <param name="Language">zh or en; zh unless given.</param>
internal sealed record ContentToGive(
    string? Id,
    IReadOnlyList<string>? Staff,
    IReadOnlyList<string>? Stores,
    DateTimeOffset? DueBy,
    string? Language
);
