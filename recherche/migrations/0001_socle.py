import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    # One migration for all that came before 0.1.0. Django counts it as applied where those it replaces are, so that a
    # database of those days starts as it is.
    replaces = [
        ('recherche', '0001_initial'),
        ('recherche', '0002_suggestions'),
        ('recherche', '0003_mots_cherches'),
        ('recherche', '0004_aide'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='EvenementIndexation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cle', models.CharField(max_length=255)),
                ('cree_le', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'événement d’indexation',
                'verbose_name_plural': 'événements d’indexation',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('sujet', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('jeton', models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='Synonymes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('francais', models.TextField(blank=True, help_text='Une par ligne, d’un ou de plusieurs mots.', verbose_name='expressions françaises')),
                ('anglais', models.TextField(blank=True, help_text='Une par ligne, d’un ou de plusieurs mots.', verbose_name='expressions anglaises')),
            ],
            options={
                'verbose_name': 'groupe de synonymes',
                'verbose_name_plural': 'synonymes et sigles',
                'ordering': ['francais', 'anglais', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Forme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('langue', models.CharField(max_length=10)),
                ('forme', models.CharField(max_length=40)),
                ('graphie', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('langue', 'forme'), name='forme_unique')],
            },
        ),
        migrations.CreateModel(
            name='MotsCherches',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('empreinte', models.CharField(max_length=32)),
                ('mots', models.CharField(blank=True, max_length=80, verbose_name='mots')),
                ('langue', models.CharField(max_length=10, verbose_name='langue')),
                ('jour', models.DateField(db_index=True, verbose_name='jour')),
                ('nombre', models.PositiveIntegerField(default=0, verbose_name='recherches')),
                ('dernier_total', models.PositiveIntegerField(null=True, verbose_name='fiches trouvées')),
            ],
            options={
                'verbose_name': 'mots cherchés',
                'verbose_name_plural': 'mots cherchés',
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('empreinte', 'langue', 'jour'), name='mots_cherches_par_jour')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cle', models.CharField(max_length=255)),
                ('langue', models.CharField(max_length=10)),
                ('genre', models.CharField(max_length=10)),
                ('texte', models.TextField()),
                ('detail', models.CharField(max_length=100)),
                ('url', models.TextField()),
                ('langue_texte', models.CharField(max_length=35)),
                ('plein', models.TextField()),
                ('debut', models.BinaryField(max_length=500)),
                ('recul', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'suggestion',
                'verbose_name_plural': 'suggestions',
                'indexes': [models.Index(fields=['langue', 'genre', 'recul', 'debut'], name='suggestion_debut'), models.Index(fields=['cle'], name='suggestion_cle')],
            },
        ),
    ]
