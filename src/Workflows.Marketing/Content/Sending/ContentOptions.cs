using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Content;

/// <summary>Offers designers the contents that may be sent, each by the version that is the newest now.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class ContentOptions(IContentStore store) : IInputOptions
{
    private const int Most = 500;

    // The designer's host serves one workspace.
    private const int Tenant = 1;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken)
    {
        var query = new ContentQuery(Take: Most) { Sendable = true };
        var versions = await store.ListAsync(Tenant, query, cancellationToken);
        return
        [
            new InputOption("", ""),
            .. versions.Select(one => new InputOption(
                $"{one.Item.Name} ({one.Item.Kind}, {one.Ref})",
                one.Ref.ToString()
            )),
        ];
    }
}
