using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Documents;

namespace Workflows.Marketing.Contacts;

/// <summary>The schema of the workspace's attributes; another host's change is seen after at most five seconds.</summary>
public sealed class AttributeCatalog
{
    /// <summary>The name of the document.</summary>
    public const string Document = "attributes";

    private readonly KeptDocument<AttributeSchema> _schema;

    /// <param name="documents">Where the document is kept.</param>
    /// <param name="clock">Says how old a look-up is.</param>
    /// <param name="tenant">Whose schema.</param>
    public AttributeCatalog(IDocumentStore documents, TimeProvider clock, int tenant) =>
        _schema = new(documents, clock, tenant, Document, AttributeSchemaReader.Read, AttributeSchema.None);

    /// <summary>The schema; <see cref="AttributeSchema.None"/> while there is none.</summary>
    public ValueTask<AttributeSchema> GetAsync(CancellationToken cancellationToken) =>
        _schema.GetAsync(cancellationToken);

    /// <summary>Checks a schema and keeps it from now on; what contacts have already stays as it is.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public Task<IReadOnlyList<Diagnostic>> SaveAsync(string json, CancellationToken cancellationToken) =>
        _schema.SaveAsync(json, cancellationToken);
}
