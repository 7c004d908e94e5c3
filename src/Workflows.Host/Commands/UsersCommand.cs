using System.CommandLine;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Storage.Users;

namespace Workflows.Host.Commands;

/// <summary><c>users</c>: who may sign in to the designer, decided on the machine that has the database.</summary>
internal static class UsersCommand
{
    private const string PasswordVariable = "WORKFLOWS_PASSWORD";

    private static readonly Argument<string> Name = new("NAME") { Description = "The name to sign in with." };

    private static readonly Option<Role> UserRole = new("--role")
    {
        Description = "What the user may do.",
        HelpName = string.Join('|', Enum.GetNames<Role>()),
        DefaultValueFactory = _ => Role.Viewer,
    };

    public static Command Describe(Terminal terminal) =>
        new("users", "Says who may sign in to the designer.")
        {
            WorkspaceCommand.Of(
                new Command(
                    "create",
                    $"Adds a user. The password is the first line of standard input, or {PasswordVariable}."
                )
                {
                    Name,
                    UserRole,
                },
                terminal,
                CreateAsync
            ),
            WorkspaceCommand.Of(
                new Command(
                    "password",
                    $"Gives a user a new password, from standard input or {PasswordVariable}; ends the user's sessions."
                )
                {
                    Name,
                },
                terminal,
                ChangePasswordAsync
            ),
            WorkspaceCommand.Of(new Command("remove", "Removes a user.") { Name }, terminal, RemoveAsync),
            WorkspaceCommand.Of(new Command("list", "Lists the users."), terminal, ListAsync),
        };

    private static async Task CreateAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var (user, mistake) = await services
            .GetRequiredService<UserRoll>()
            .AddAsync(
                parsed.GetRequiredValue(Name),
                ReadPassword(terminal),
                parsed.GetValue(UserRole),
                cancellationToken
            );
        terminal.Output.WriteLine(user is null ? throw new BadInputException(mistake!) : $"{user.Name} ({user.Role})");
    }

    private static async Task ChangePasswordAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var user = await FindAsync(parsed, services, cancellationToken);
        var mistake = await services
            .GetRequiredService<UserRoll>()
            .ChangeAsync(user, role: null, ReadPassword(terminal), cancellationToken);
        terminal.Output.WriteLine(mistake is null ? user.Name : throw new BadInputException(mistake));
    }

    private static async Task RemoveAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var user = await FindAsync(parsed, services, cancellationToken);
        await services.GetRequiredService<UserRoll>().RemoveAsync(user, cancellationToken);
        terminal.Output.WriteLine(user.Name);
    }

    private static async Task ListAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var users = services.GetRequiredService<UserStore>();
        foreach (var user in await users.ListAsync(Tenants.Default, cancellationToken))
        {
            terminal.Output.WriteLine($"{user.Name} ({user.Role})");
        }
    }

    private static async Task<User> FindAsync(
        ParseResult parsed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var name = parsed.GetRequiredValue(Name);
        return await services.GetRequiredService<UserStore>().FindAsync(Tenants.Default, name, cancellationToken)
            ?? throw new BadInputException($"There is no user '{name}'.");
    }

    // Never an argument: those are seen by everybody on the machine, and kept by the shell.
    private static string ReadPassword(Terminal terminal) =>
        Environment.GetEnvironmentVariable(PasswordVariable) ?? terminal.ReadSecret("Password: ");
}
