using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Launches.Checks;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Replying;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Templates;

/// <summary>The contents and personas that a template brings, approved where nobody sees them, for its journey to be tried with.</summary>
internal sealed class TemplateLibrary
{
    private const int OnlyTenant = 1;
    private readonly MemoryContentStore _contents = new();
    private readonly MemoryMediaLibrary _media = new();
    private readonly MemoryPersonaRegister _personas = new();

    private TemplateLibrary() { }

    /// <summary>What activities take contents from.</summary>
    public ContentShelf Shelf => new(_contents, OnlyTenant);

    /// <summary>The personas it brings.</summary>
    public PersonaShelf Personas => new(_personas, OnlyTenant);

    /// <summary>Loads what a template brings, and says everything that is wrong with it.</summary>
    public static async Task<TemplateLibrary> LoadAsync(
        TemplateFiles files,
        List<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var library = new TemplateLibrary();
        var (pack, unreadable) = ContentPackFiles.Read(files.Content);
        diagnostics.AddRange(unreadable);
        var import = new ContentImport(
            library._contents,
            library._media,
            library._personas,
            new ContentKinds([]),
            MergeFields.OfAnyName,
            TimeProvider.System
        );
        var imported = await import.RunAsync(OnlyTenant, pack, "trial", approves: true, cancellationToken);
        diagnostics.AddRange(imported.Diagnostics);
        return library;
    }

    /// <summary>What has to hold for its journey.</summary>
    public IReadOnlyList<IDefinitionCheck> Checks(RuleSetCatalog ruleSets) =>
        [
            new JourneyCheck(ruleSets, channels: null) { Contents = _contents, Tenant = OnlyTenant },
            // Whether links are tracked is said where the template is installed.
            new JourneyContentCheck(MergeFields.OfAnyName, _contents, _media, OnlyTenant) { TracksLinks = true },
            new JourneyPersonaCheck(Personas, ruleSets),
            new LaunchCheck(_contents, OnlyTenant),
            new RecommendCheck(null, ruleSets),
            new ReplyCheck(null, ruleSets),
            new SellingCheck(_contents, OnlyTenant),
        ];
}
