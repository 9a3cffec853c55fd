import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PLACES } from './places';

/** An address that is no page: says so, and names the pages there are. */
export function UnknownPage({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('unknownPage.title')}</h1>
      <div className="panel empty">
        <p>
          {t('unknownPage.what')} <span className="no-space unknown-address">{path}</span>
        </p>
        <nav className="actions" aria-label={t('unknownPage.pages')}>
          {PLACES.filter((place) => place !== null).map((place) => (
            <Link key={place.path} href={place.path}>
              {t(place.word)}
            </Link>
          ))}
        </nav>
      </div>
    </>
  );
}
