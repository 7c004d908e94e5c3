using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Documents;

namespace Workflows.Marketing.Contacts;

/// <summary>The workspace's tags; another host's change is seen after at most five seconds.</summary>
public sealed class TagCatalog
{
    /// <summary>The name of the document.</summary>
    public const string Document = "tags";

    private readonly KeptDocument<TagBook> _book;

    /// <param name="documents">Where the document is kept.</param>
    /// <param name="clock">Says how old a look-up is.</param>
    /// <param name="tenant">Whose tags.</param>
    public TagCatalog(IDocumentStore documents, TimeProvider clock, int tenant) =>
        _book = new(documents, clock, tenant, Document, TagBookJson.Read, TagBook.None);

    /// <summary>The tags; <see cref="TagBook.None"/> while there is no catalogue.</summary>
    public ValueTask<TagBook> GetAsync(CancellationToken cancellationToken) => _book.GetAsync(cancellationToken);

    /// <summary>Has the next look-up read the catalogue anew: it was changed with the contacts (<see cref="TagMerge"/>).</summary>
    public void Forget() => _book.Forget();

    /// <summary>Checks a catalogue and keeps it from now on; what contacts have already stays as it is.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public Task<IReadOnlyList<Diagnostic>> SaveAsync(string json, CancellationToken cancellationToken) =>
        _book.SaveAsync(json, cancellationToken);

    /// <summary>Adds a group, or replaces the one of its name.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public async Task<IReadOnlyList<Diagnostic>> SaveAsync(TagGroup group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        var groups = (await GetAsync(cancellationToken)).Groups.ToList();
        var place = groups.FindIndex(known => known.Name.Equals(group.Name, StringComparison.OrdinalIgnoreCase));
        if (place < 0)
        {
            groups.Add(group);
        }
        else
        {
            groups[place] = group;
        }

        var (book, diagnostics) = TagBookJson.Check(groups);
        return book is null ? diagnostics : await SaveAsync(TagBookJson.Write(book), cancellationToken);
    }

    /// <summary>Takes a group out of the catalogue; contacts keep its tags.</summary>
    /// <returns>Whether there was such a group.</returns>
    public async Task<bool> RemoveAsync(string group, CancellationToken cancellationToken)
    {
        var groups = (await GetAsync(cancellationToken)).Groups;
        TagGroup[] left = [.. groups.Where(one => !one.Name.Equals(group, StringComparison.OrdinalIgnoreCase))];
        if (left.Length == groups.Count)
        {
            return false;
        }

        await SaveAsync(TagBookJson.Write(new TagBook(left)), cancellationToken);
        return true;
    }
}
