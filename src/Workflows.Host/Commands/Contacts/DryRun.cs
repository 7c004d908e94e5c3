using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;
using Workflows.Storage;

namespace Workflows.Host.Commands.Contacts;

/// <summary>What an import would find in the workspace: looked at only, nothing is made, migrated or written.</summary>
internal sealed class DryRun(IServiceProvider services, Language language)
{
    private bool _isCurrent;

    /// <summary>The attributes and tags rows are checked by, where the database can be asked.</summary>
    /// <param name="options">The options of the import.</param>
    /// <param name="notes">Takes what the import would do with the database first.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="BadInputException">The database is there and cannot be used.</exception>
    public async Task<ImportOptions> LookAsync(
        ImportOptions options,
        Action<string> notes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            _isCurrent = await services.GetRequiredService<DatabaseMigrator>().IsCurrentAsync(cancellationToken);
        }
        catch (DatabaseUnavailableException failure)
        {
            throw new BadInputException(failure.Message, failure);
        }

        if (!_isCurrent)
        {
            notes(
                services.GetRequiredService<StorageOptions>().IsThere
                    ? Say(
                        "The database is missing or of an older version: the import would bring it up to date first. The rows are checked without its attributes and tags.",
                        "数据库尚未建立或版本较旧：导入时会先升级。本次检查不使用其中的属性表和标签库。"
                    )
                    : Say("There is no database yet: the import would make it.", "还没有数据库：导入时会新建。")
            );
            return options;
        }

        if (await services.GetRequiredService<IImportStore>().IsServedAsync(options.Now, cancellationToken))
        {
            notes(
                Say(
                    "A server works on this database: the import would refuse as long as it runs.",
                    "有服务正在使用此数据库：它运行期间导入会被拒绝。"
                )
            );
        }

        return options with
        {
            Attributes = await services.GetRequiredService<AttributeCatalog>().GetAsync(cancellationToken),
            Tags = await services.GetRequiredService<TagCatalog>().GetAsync(cancellationToken),
        };
    }

    /// <summary>Where the import of a file would begin, if not at its beginning.</summary>
    public async Task<string?> BeginningAsync(ImportFile file, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IImportStore>();
        var before = _isCurrent
            ? await store.FindAsync(Tenants.Default, await file.KeyAsync(cancellationToken), cancellationToken)
            : null;
        return before switch
        {
            null => null,
            { FinishedAt: not null } => Say(
                $"{file.Name} was imported before: the import would write nothing.",
                $"{file.Name} 以前已导入：再次导入不会写入任何内容。"
            ),
            _ => Say(
                $"{file.Name} was begun before: the import would go on after line {before.Line}.",
                $"{file.Name} 以前导入到一半：会从第 {before.Line} 行之后继续。"
            ),
        };
    }

    private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;
}
