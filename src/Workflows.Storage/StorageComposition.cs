using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Statistics;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Storage.ApiKeys;
using Workflows.Storage.Calendars;
using Workflows.Storage.Contacts;
using Workflows.Storage.Content;
using Workflows.Storage.Definitions;
using Workflows.Storage.Experiments;
using Workflows.Storage.GroupBuy;
using Workflows.Storage.Imports;
using Workflows.Storage.Instances;
using Workflows.Storage.Keyring;
using Workflows.Storage.Ledger;
using Workflows.Storage.Links;
using Workflows.Storage.Messages;
using Workflows.Storage.Places;
using Workflows.Storage.Postgres;
using Workflows.Storage.Referral;
using Workflows.Storage.RuleSets;
using Workflows.Storage.Segments;
using Workflows.Storage.Service;
using Workflows.Storage.Sqlite;
using Workflows.Storage.StaffTasks;
using Workflows.Storage.Users;
using Workflows.Storage.WeCom;

namespace Workflows.Storage;

/// <summary>Composes the stores.</summary>
public static class StorageComposition
{
    /// <summary>
    /// Adds every store on one database. The caller adds a <see cref="TimeProvider"/> and a <see cref="DefinitionCatalog"/>,
    /// and runs <see cref="DatabaseMigrator.MigrateAsync"/> before anything else.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Which database.</param>
    /// <exception cref="ValidationException">The connection string is missing.</exception>
    public static IServiceCollection AddWorkflowsStorage(this IServiceCollection services, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new ValidationException($"{nameof(StorageOptions.ConnectionString)} is needed.");
        }

        services.AddSingleton(options);
        services.TryAddSingleton<WorkSignal>();
        services.AddSingleton(new WriteGate(options.Kind == StorageKind.Sqlite));
        services.AddSingleton<DefinitionKeys>();
        services.AddSingleton<InstanceReader>();
        if (options.Kind == StorageKind.Postgres)
        {
            AddPostgres(services, options);
        }
        else
        {
            AddSqlite(services, options);
        }

        services.AddSingleton<IDefinitionStore, SqlDefinitionStore>();
        services.AddSingleton<IRuleSetStore, SqlRuleSetStore>();
        services.AddSingleton<ISegmentStore>(provider => new SqlSegmentStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>()
        ));
        services.AddSingleton(provider => new MessageLeases(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>(),
            options.Kind
        ));
        services.AddSingleton<IWelcomePlanStore>(provider => new SqlWelcomePlanStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton<ITieStore>(provider => new SqlTieStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton<ISyncStore>(provider => new SqlSyncStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton<ICallbackStore>(provider => new SqlCallbackStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>(),
            options.Kind
        ));
        services.AddSingleton<IMessageStore, SqlMessageStore>();
        services.AddSingleton<IHandTaskStore, SqlHandTaskStore>();
        services.AddContent();
        services.AddLinks();
        services.AddLedger().AddGroupBuy().AddReferral();
        services.AddPlaces().AddCalendars();
        services.AddContactRecords().AddServiceRecords();
        services.AddSingleton(provider => new ImportRecords(provider.GetRequiredService<WorkflowsDbContextFactory>()));
        services.AddSingleton(provider => new ApiKeyStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton(provider => new UserStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton(provider => new KeyringStore(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton(provider => new ExperimentReports(
            provider.GetRequiredService<WorkflowsDbContextFactory>()
        ));
        AddWeCom(services);
        services.AddSingleton(provider => new DefinitionQueries(
            provider.GetRequiredService<WorkflowsDbContextFactory>()
        ));
        services.AddSingleton(provider => new DatabaseMigrator(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            options,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new InstanceLists(provider.GetRequiredService<WorkflowsDbContextFactory>()));
        services.AddSingleton(provider => new InstanceRemoval(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddSingleton(provider => new InstanceQueries(
            provider.GetRequiredService<WorkflowsDbContextFactory>(),
            provider.GetRequiredService<InstanceReader>()
        ));
    }

    private static void AddWeCom(IServiceCollection services)
    {
        services.AddSingleton<IAccessTokenStore, SqlAccessTokenStore>();
        services.AddSingleton<ICallQuotaStore, SqlCallQuotaStore>();
        services.AddSingleton<ISendIntentStore, SqlSendIntentStore>();
        services.AddSingleton<IMediaStore, SqlMediaStore>();
        services.AddSingleton<IOwnChangeStore, SqlOwnChangeStore>();
        services.AddSingleton<IWayStore, SqlWayStore>();
        services.AddSingleton<IGroupWelcomeStore, SqlGroupWelcomeStore>();
        services.AddSingleton<IStatisticStore, SqlStatisticStore>();
    }

    private static void AddPostgres(IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(_ => PostgresSource.CreateHot(options.ConnectionString));
        services.AddSingleton(_ => new WorkflowsDbContextFactory(PostgresSource.Create(options.ConnectionString)));
        services.AddSingleton<IInstanceStore, PostgresInstanceStore>();
        services.AddSingleton<IMessageLedger, PostgresMessageLedger>();
        services.AddSingleton<PostgresContactStore>();
        services.AddSingleton<IImportStore, PostgresImportStore>();
        services.AddSingleton<IContactStore>(provider => provider.GetRequiredService<PostgresContactStore>());
        services.AddSingleton<ISubjectSource>(provider => provider.GetRequiredService<PostgresContactStore>());
        services.AddSingleton<ILimitStore, PostgresLimitStore>();
    }

    private static void AddSqlite(IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(provider => new SqliteDatabase(
            options.ConnectionString,
            provider.GetRequiredService<WriteGate>()
        ));
        services.AddSingleton(_ => new WorkflowsDbContextFactory(options.ConnectionString));
        services.AddSingleton<IInstanceStore, SqliteInstanceStore>();
        services.AddSingleton<IMessageLedger, SqliteMessageLedger>();
        services.AddSingleton<SqliteContactStore>();
        services.AddSingleton<IImportStore, SqliteImportStore>();
        services.AddSingleton<IContactStore>(provider => provider.GetRequiredService<SqliteContactStore>());
        services.AddSingleton<ISubjectSource>(provider => provider.GetRequiredService<SqliteContactStore>());
        services.AddSingleton<ILimitStore, SqliteLimitStore>();
    }
}
