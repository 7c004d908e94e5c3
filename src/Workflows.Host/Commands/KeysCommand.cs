using System.CommandLine;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Commands;

/// <summary><c>keys create NAME</c>: another API key for the workspace, made on the machine that has the database.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Who will use the key." };

    private static readonly Option<Role> KeyRole = new("--role")
    {
        Description = "What the key's holder may do.",
        HelpName = string.Join('|', Enum.GetNames<Role>()),
        DefaultValueFactory = _ => Role.Administrator,
    };

    public static Command Describe(Terminal terminal)
    {
        var create = new Command("create", "Makes an API key and prints it; it is not kept.") { Name, KeyRole };
        WorkspaceOptions.AddTo(create);
        create.SetAction((parsed, cancellationToken) => CreateAsync(parsed, terminal, cancellationToken));
        return new Command("keys", "Makes API keys.") { create };
    }

    private static async Task<int> CreateAsync(
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var ring = application.Services.GetRequiredService<ApiKeyRing>();
        var role = parsed.GetValue(KeyRole);
        terminal.Output.WriteLine(await ring.CreateAsync(parsed.GetRequiredValue(Name), role, cancellationToken));
        return ExitCodes.Success;
    }
}
